import { useTranslation } from 'react-i18next';
import { SelectField } from '../../../look/field.tsx';
import type { YouthItem } from '../../../requests/shapes.ts';

interface Props {
  readonly label: string;
  readonly people: readonly YouthItem[];
  readonly value: string;
  readonly onChange: (personId: string) => void;
  readonly optional?: boolean;
}

/** People of the roster under their masked names, told apart by age and post. */
export function PersonSelect({ label, people, value, onChange, optional = false }: Props) {
  const { t } = useTranslation();
  return (
    <SelectField
      label={label}
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    >
      <option value="">{optional ? t('formation.nobodyYet') : t('formation.choose')}</option>
      {people.map(({ personId, name, age, post, status }) => (
        <option key={personId} value={personId}>
          {[name, t('youth.age', { age }), post, t(`leagueStatus.${status}`)].filter(Boolean).join(' · ')}
        </option>
      ))}
    </SelectField>
  );
}

import { useTranslation } from 'react-i18next';
import { Icon } from './icons.tsx';

interface SelectChipProps {
  readonly name: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

export function SelectChip({ name, value, options, onChange }: SelectChipProps) {
  return (
    <label className={value === '' ? 'chip picks' : 'chip picks on'}>
      {name}
      <b aria-hidden="true">{options.find(([option]) => option === value)?.[1] ?? options[0]?.[1]}</b>
      <select
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        {options.map(([option, label]) => (
          <option key={option} value={option}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

export function ToggleChip({
  on,
  label,
  onChange,
}: {
  readonly on: boolean;
  readonly label: string;
  readonly onChange: (on: boolean) => void;
}) {
  return (
    <button
      type="button"
      className={on ? 'chip on' : 'chip'}
      aria-pressed={on}
      onClick={() => {
        onChange(!on);
      }}
    >
      {label}
    </button>
  );
}

/** A filter that came with a link: shown so that nobody wonders, one tap takes it away. */
export function RemovableChip({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className="chip on" aria-label={t('firms.removeFilter', { label })} onClick={onRemove}>
      {label} <Icon name="close" size={12} />
    </button>
  );
}

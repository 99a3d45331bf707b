import { useTranslation } from 'react-i18next';
import { Icon } from '../../look/icons.tsx';
import { STAGES } from '../../look/locks.ts';
import { useCommunities } from '../directory/directory-api.ts';
import { hasFilters, SORTS, withFilter, type FirmFilters } from './firm-filters.ts';

interface Props {
  readonly filters: FirmFilters;
  readonly onChange: (filters: FirmFilters) => void;
}

interface SelectChipProps {
  readonly name: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

function SelectChip({ name, value, options, onChange }: SelectChipProps) {
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

function ToggleChip({
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
function RemovableChip({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className="chip on" aria-label={t('firms.removeFilter', { label })} onClick={onRemove}>
      {label} <Icon name="close" size={12} />
    </button>
  );
}

export function FilterChips({ filters, onChange }: Props) {
  const { t } = useTranslation();
  const communities = useCommunities();
  const set = (name: keyof FirmFilters) => (value: string) => {
    onChange(withFilter(filters, name, value));
  };
  const all = ['', t('firms.any')] as const;
  return (
    <div className="filters" role="group" aria-label={t('firms.filters')}>
      <SelectChip
        name={t('firms.filter.stage')}
        value={filters.stage ?? ''}
        onChange={set('stage')}
        options={[all, ...STAGES.map((stage) => [stage, t(`stage.${stage}`)] as const)]}
      />
      {filters.reached ? (
        <RemovableChip
          label={t('firms.filter.reached', { stage: t(`stage.${filters.reached}`) })}
          onRemove={() => {
            set('reached')('');
          }}
        />
      ) : null}
      <SelectChip
        name={t('firms.filter.community')}
        value={filters.community ?? ''}
        onChange={set('community')}
        options={[all, ...communities.map(({ communityId, name }) => [communityId, name] as const)]}
      />
      {filters.industry ? (
        <RemovableChip
          label={filters.industry}
          onRemove={() => {
            set('industry')('');
          }}
        />
      ) : null}
      {filters.members === undefined ? null : (
        <RemovableChip
          label={t('firms.filter.members', { n: filters.members })}
          onRemove={() => {
            set('members')('');
          }}
        />
      )}
      {filters.covered === undefined ? null : (
        <RemovableChip
          label={t(`firms.filter.covered_${filters.covered}`)}
          onRemove={() => {
            set('covered')('');
          }}
        />
      )}
      <ToggleChip
        on={filters.serviceTrade === 'true'}
        label={t('firms.filter.service')}
        onChange={(on) => {
          set('serviceTrade')(on ? 'true' : '');
        }}
      />
      <ToggleChip
        on={filters.owner === 'me'}
        label={t('firms.filter.mine')}
        onChange={(on) => {
          set('owner')(on ? 'me' : '');
        }}
      />
      <ToggleChip
        on={filters.overdue === 'true'}
        label={t('firms.filter.overdue')}
        onChange={(on) => {
          set('overdue')(on ? 'true' : '');
        }}
      />
      <SelectChip
        name={t('firms.filter.sort')}
        value={filters.sort ?? ''}
        onChange={set('sort')}
        options={SORTS.map((sort) => [sort === '-priority' ? '' : sort, t(`firms.sort.${sort}`)] as const)}
      />
      {hasFilters(filters) ? (
        <button
          type="button"
          className="button quiet small"
          onClick={() => {
            onChange(filters.sort ? { sort: filters.sort } : {});
          }}
        >
          {t('firms.clear')}
        </button>
      ) : null}
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { RemovableChip, SelectChip, ToggleChip } from '../../look/chips.tsx';
import { STAGES } from '../../look/locks.ts';
import { useCommunities, useIndustries } from '../directory/directory-api.ts';
import type { IndustryItem } from '../../requests/shapes.ts';
import { hasFilters, NO_COMMUNITY, SORTS, withFilter, type FirmFilters } from './firm-filters.ts';

interface Props {
  readonly filters: FirmFilters;
  readonly onChange: (filters: FirmFilters) => void;
}

/** A shared link may name an industry none of one's own firms is in: it stays readable and can be taken away. */
function choicesWith(industries: readonly IndustryItem[], chosen: string | undefined) {
  const known = industries.map(({ industry, firms }) => [industry, `${industry} ${String(firms)}`] as const);
  const foreign = chosen !== undefined && !industries.some(({ industry }) => industry === chosen);
  return foreign ? [...known, [chosen, chosen] as const] : known;
}

export function FilterChips({ filters, onChange }: Props) {
  const { t } = useTranslation();
  const communities = useCommunities();
  const industries = useIndustries();
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
        options={[
          all,
          ...communities.map(({ communityId, name }) => [communityId, name] as const),
          [NO_COMMUNITY, t('frame.noCommunity')],
        ]}
      />
      <SelectChip
        name={t('firms.filter.industry')}
        value={filters.industry ?? ''}
        onChange={set('industry')}
        options={[all, ...choicesWith(industries, filters.industry)]}
      />
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

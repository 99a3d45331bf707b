import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, monthAndDay, nextWeekday, today, weekdayName } from '../../../language/dates.ts';
import { ChooseOne } from '../../../look/choices.tsx';
import { TextField } from '../../../look/field.tsx';
import { PROMISES, type VisitDraft } from './visit-draft.ts';

interface Part {
  readonly draft: VisitDraft;
  readonly onChange: (change: Partial<VisitDraft>) => void;
}

/** What was promised and by when: this becomes a follow-up with an owner. */
export function NextPromise({ draft, onChange }: Part) {
  const { t } = useTranslation();
  const now = today();
  const [other, setOther] = useState(false);
  const nextWeek = nextWeekday(addDays(nextWeekday(now, 1), -1), 1);
  const days = [addDays(now, 1), nextWeekday(now, 5), nextWeek]
    .filter((day, index, all) => all.indexOf(day) === index)
    .sort();
  const picked = other || !days.includes(draft.promiseOn) ? 'other' : draft.promiseOn;
  return (
    <div className="stack tight">
      <ChooseOne
        legend={t('visit.promise')}
        value={draft.promise ?? 'none'}
        onChange={(value) => {
          onChange({ promise: PROMISES.find((kind) => kind === value) ?? null });
        }}
        options={[
          ...PROMISES.map((kind) => ({ value: kind, label: t(`promise.${kind}`) })),
          { value: 'none', label: t('visit.noPromise') },
        ]}
      />
      {draft.promise === null ? null : (
        <>
          <ChooseOne
            legend={t('visit.promiseOn')}
            value={picked}
            onChange={(value) => {
              setOther(value === 'other');
              if (value !== 'other') onChange({ promiseOn: value });
            }}
            options={[
              ...days.map((day) => ({
                value: day,
                label: day === addDays(now, 1) ? t('due.tomorrowOn') : `${weekdayName(day)} ${monthAndDay(day)}`,
              })),
              { value: 'other', label: t('visit.otherDay') },
            ]}
          />
          {picked === 'other' ? (
            <TextField
              label={t('visit.promiseOn')}
              type="date"
              min={now}
              value={draft.promiseOn}
              onChange={(event) => {
                if (event.target.value) onChange({ promiseOn: event.target.value });
              }}
            />
          ) : null}
        </>
      )}
    </div>
  );
}

/** Nearly always today and in person; the rest is one tap away. */
export function WhenAndHow({ draft, onChange }: Part) {
  const { t } = useTranslation();
  const now = today();
  return (
    <details className="more-fields">
      <summary>
        {t('visit.when', {
          how: t(`visit.${draft.kind}`),
          day: draft.on === now ? t('due.todayOn') : monthAndDay(draft.on),
        })}
      </summary>
      <div className="stack">
        <ChooseOne
          legend={t('visit.how')}
          value={draft.kind}
          onChange={(kind) => {
            onChange({ kind });
          }}
          options={(['visit', 'call'] as const).map((value) => ({ value, label: t(`visit.${value}`) }))}
        />
        <TextField
          label={t('visit.on')}
          type="date"
          max={now}
          min="2000-01-01"
          value={draft.on}
          onChange={(event) => {
            if (event.target.value) onChange({ on: event.target.value });
          }}
        />
      </div>
    </details>
  );
}

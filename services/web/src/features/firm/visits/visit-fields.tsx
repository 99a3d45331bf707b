import { useTranslation } from 'react-i18next';
import { ChooseOne, ChooseSome } from '../../../look/choices.tsx';
import { TextField } from '../../../look/field.tsx';
import type { EnterpriseView } from '../../../requests/shapes.ts';
import { NextPromise, WhenAndHow } from './visit-dates.tsx';
import { ATTITUDES, COUNTED, NEEDS, type Headcounts, type VisitDraft } from './visit-draft.ts';

interface Props {
  readonly draft: VisitDraft;
  readonly contacts: EnterpriseView['contacts'];
  readonly gaps: readonly ('metPost' | 'attitude')[];
  readonly onChange: (change: Partial<VisitDraft>) => void;
}

export function VisitFields({ draft, contacts, gaps, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <MetWith draft={draft} contacts={contacts} gap={gaps.includes('metPost')} onChange={onChange} />
      <div>
        <ChooseOne
          legend={t('visit.attitude')}
          value={draft.attitude}
          onChange={(attitude) => {
            onChange({ attitude });
          }}
          options={ATTITUDES.map((value) => ({ value, label: t(`attitude.${value}`) }))}
        />
        {gaps.includes('attitude') ? (
          <p className="late-text" role="alert">
            {t('visit.attitudeMissing')}
          </p>
        ) : null}
      </div>
      <Counts draft={draft} onChange={onChange} />
      <ChooseSome
        legend={t('visit.needs')}
        values={draft.needs}
        onChange={(needs) => {
          onChange({ needs });
        }}
        options={NEEDS.map((value) => ({ value, label: t(`need.${value}`) }))}
      />
      <NextPromise draft={draft} onChange={onChange} />
      <WhenAndHow draft={draft} onChange={onChange} />
    </>
  );
}

type Part = Pick<Props, 'draft' | 'onChange'>;

function MetWith({
  draft,
  contacts,
  gap,
  onChange,
}: Part & { readonly contacts: EnterpriseView['contacts']; readonly gap: boolean }) {
  const { t } = useTranslation();
  const other = '';
  const options = [
    ...contacts.map(({ contactId, name, post }) => ({
      value: contactId,
      label: [name, post].filter(Boolean).join(' '),
    })),
    { value: other, label: t('visit.someoneElse') },
  ];
  const pick = (contactId: string) => {
    const contact = contacts.find((each) => each.contactId === contactId);
    onChange(
      contact
        ? { metPersonId: contactId, metPost: contact.post ?? t('visit.contact') }
        : { metPersonId: null, metPost: '' },
    );
  };
  return (
    <div className="stack tight">
      {contacts.length > 0 ? (
        <ChooseOne legend={t('visit.met')} value={draft.metPersonId ?? other} onChange={pick} options={options} />
      ) : null}
      {draft.metPersonId === null ? (
        <TextField
          label={contacts.length > 0 ? t('visit.metPost') : t('visit.met')}
          placeholder={t('visit.metPostHint')}
          maxLength={40}
          value={draft.metPost}
          onChange={(event) => {
            onChange({ metPost: event.target.value });
          }}
          wrong={gap ? t('visit.metMissing') : undefined}
        />
      ) : null}
    </div>
  );
}

function Counts({ draft, onChange }: Part) {
  const { t } = useTranslation();
  const { staff, le35, le28 } = draft.headcounts;
  const shown = [staff, le35, le28].map((value) => value ?? '–').join(' / ');
  const set = (name: keyof Headcounts, text: string) => {
    onChange({
      headcounts: { ...draft.headcounts, [name]: text === '' ? null : Math.max(0, Math.round(Number(text))) },
    });
  };
  return (
    <div className="stack tight">
      <ChooseOne
        legend={t('visit.counts')}
        value={draft.changed ? 'changed' : 'same'}
        onChange={(value) => {
          onChange({ changed: value === 'changed' });
        }}
        options={[
          { value: 'same', label: t('visit.same', { counts: shown }) },
          { value: 'changed', label: t('visit.changed') },
        ]}
      />
      {draft.changed ? (
        <div className="counts-row">
          {COUNTED.map((name) => (
            <TextField
              key={name}
              label={t(`count.${name}`)}
              type="number"
              inputMode="numeric"
              min={0}
              value={draft.headcounts[name] ?? ''}
              onChange={(event) => {
                set(name, event.target.value);
              }}
            />
          ))}
        </div>
      ) : null}
    </div>
  );
}

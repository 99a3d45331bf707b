import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseOne } from '../../../look/choices.tsx';
import { CheckField } from '../../../look/field.tsx';
import { FormSheet } from '../../../look/form-sheet.tsx';
import { toast } from '../../../look/toast.tsx';
import type { ApplyForFounding } from '../../../requests/shapes.ts';
import { useWrite } from '../../../requests/write.ts';
import { useFormation, useRoster } from '../firm-api.ts';
import type { FirmSheetProps } from '../firm-sheet.tsx';
import { PersonSelect } from './person-select.tsx';
import { ReturnedFor } from './returned-for.tsx';

const POSTS = ['secretary', 'deputySecretary', 'organisationOfficer', 'publicityOfficer'] as const;
const PARTY_BODY = ['none', 'copied', 'notCopied'] as const;
const COPIED = { none: null, copied: true, notCopied: false } as const;

/** Nothing is checked here: the rules answer with everything that is missing, each with its source. */
export function ApplySheet({ firm, onClose }: FirmSheetProps) {
  const { t } = useTranslation();
  const formation = useFormation(firm.enterpriseId).data;
  const people = (useRoster(firm.enterpriseId).data?.items ?? []).filter(
    ({ status }) => status === 'memberVerified' || status === 'partyMember',
  );
  const [reason, setReason] = useState(() =>
    t('formation.reasonPrefill', {
      firm: firm.name,
      members: formation?.counts.members ?? 0,
      le35: formation?.counts.le35 ?? 0,
    }),
  );
  const [candidates, setCandidates] = useState<Readonly<Record<string, string>>>({});
  const [sealed, setSealed] = useState(false);
  const [partyBody, setPartyBody] = useState<(typeof PARTY_BODY)[number]>('none');
  const write = useWrite<ApplyForFounding>(
    () => `/enterprises/${firm.enterpriseId}/formation/application`,
    () => {
      toast(t('formation.applied'));
      onClose();
    },
  );
  const submit = () => {
    const named = POSTS.flatMap((post) => (candidates[post] ? [{ post, personId: candidates[post] }] : []));
    write.send({
      candidates: named,
      sealed,
      copiedToPartyBody: COPIED[partyBody],
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    });
  };
  return (
    <FormSheet
      title={t('action.apply')}
      subtitle={formation?.suggestedName ?? firm.name}
      submitText={t('formation.applyNow')}
      sending={write.sending}
      problem={write.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <ReturnedFor lines={formation?.returnedFor ?? []} />
      <label className="field">
        <span>{t('formation.reason')}</span>
        <textarea
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
      </label>
      {POSTS.map((post) => (
        <PersonSelect
          key={post}
          label={t('formation.candidate', { post: t(`post.${post}`) })}
          people={people}
          optional={post !== 'secretary'}
          value={candidates[post] ?? ''}
          onChange={(personId) => {
            setCandidates({ ...candidates, [post]: personId });
          }}
        />
      ))}
      <ChooseOne
        legend={t('formation.partyBody')}
        value={partyBody}
        onChange={setPartyBody}
        options={PARTY_BODY.map((value) => ({ value, label: t(`formation.partyBody_${value}`) }))}
      />
      <CheckField checked={sealed} onChange={setSealed}>
        {t('formation.sealed')}
      </CheckField>
    </FormSheet>
  );
}

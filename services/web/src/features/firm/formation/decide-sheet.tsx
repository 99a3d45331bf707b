import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseOne } from '../../../look/choices.tsx';
import { TextField } from '../../../look/field.tsx';
import { FormSheet } from '../../../look/form-sheet.tsx';
import { fieldMessage } from '../../../look/problem-notice.tsx';
import { Shown } from '../../../look/shown.tsx';
import { toast } from '../../../look/toast.tsx';
import { today } from '../../../language/dates.ts';
import { useWrite } from '../../../requests/write.ts';
import { usePendingApplications } from '../../progress/progress-api.ts';
import { useFormation } from '../firm-api.ts';
import type { FirmSheetProps } from '../firm-sheet.tsx';
import { ApplicationInset } from './application-inset.tsx';
import { isReplyNumber } from './reply-number.ts';

type Decision =
  | { readonly kind: 'approval'; readonly replyNo: string; readonly fullName: string }
  | { readonly kind: 'return'; readonly missing: string[] };

const bodyOf = ({ kind: _kind, ...body }: Decision) => body;

/** The secretary's reply: approve with number and full name, or return with everything that is missing, one line each. */
export function DecideSheet({ firm, onClose }: FirmSheetProps) {
  const { t } = useTranslation();
  const formation = useFormation(firm.enterpriseId).data;
  const pending = usePendingApplications();
  const [kind, setKind] = useState<Decision['kind']>('approval');
  const [replyNo, setReplyNo] = useState(t('formation.replyNoPrefill', { year: today().slice(0, 4) }));
  const [fullName, setFullName] = useState(formation?.suggestedName ?? '');
  const [lines, setLines] = useState('');
  const write = useWrite<Decision>(
    (decision) => `/applications/${formation?.applicationId ?? ''}/${decision.kind}`,
    (_, decision) => {
      toast(t(decision.kind === 'approval' ? 'formation.approved' : 'formation.returned'));
      onClose();
    },
    bodyOf,
  );
  const missing = lines
    .split('\n')
    .map((text) => text.trim())
    .filter(Boolean);
  const ready =
    formation?.applicationId != null &&
    (kind === 'approval' ? isReplyNumber(replyNo) && fullName.trim() !== '' : missing.length > 0);
  const submit = () => {
    write.send(kind === 'approval' ? { kind, replyNo: replyNo.trim(), fullName: fullName.trim() } : { kind, missing });
  };
  return (
    <FormSheet
      title={t('action.approve')}
      subtitle={firm.name}
      submitText={t(kind === 'approval' ? 'formation.approveNow' : 'formation.returnNow')}
      sending={write.sending}
      ready={ready}
      problem={write.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Shown query={pending} rows={2} height={40}>
        {({ items }) =>
          items
            .filter(({ applicationId }) => applicationId === formation?.applicationId)
            .map((application) => <ApplicationInset key={application.applicationId} application={application} />)
        }
      </Shown>
      <ChooseOne
        legend={t('formation.decision')}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'approval', label: t('formation.approveIt') },
          { value: 'return', label: t('formation.returnIt') },
        ]}
      />
      {kind === 'approval' ? (
        <>
          <TextField
            label={t('formation.replyNo')}
            hint={t('formation.replyNoHint')}
            maxLength={60}
            value={replyNo}
            onChange={(event) => {
              setReplyNo(event.target.value);
            }}
            wrong={fieldMessage(write.problem, 'replyNo')}
          />
          <TextField
            label={t('formation.fullName')}
            hint={t('formation.fullNameHint')}
            maxLength={160}
            value={fullName}
            onChange={(event) => {
              setFullName(event.target.value);
            }}
            wrong={fieldMessage(write.problem, 'fullName')}
          />
        </>
      ) : (
        <label className="field">
          <span>{t('formation.returnWhy')}</span>
          <textarea
            rows={5}
            value={lines}
            onChange={(event) => {
              setLines(event.target.value);
            }}
          />
          <span className="muted">{t('formation.returnHint')}</span>
        </label>
      )}
    </FormSheet>
  );
}

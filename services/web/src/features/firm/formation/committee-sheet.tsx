import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField, TextField } from '../../../look/field.tsx';
import { FormSheet } from '../../../look/form-sheet.tsx';
import { fieldMessage } from '../../../look/problem-notice.tsx';
import { toast } from '../../../look/toast.tsx';
import { today } from '../../../language/dates.ts';
import type { ConfirmCommittee } from '../../../requests/shapes.ts';
import { useWrite } from '../../../requests/write.ts';
import { useFormation } from '../firm-api.ts';
import type { FirmSheetProps } from '../firm-sheet.tsx';
import { isReplyNumber } from './reply-number.ts';

export function CommitteeSheet({ firm, onClose }: FirmSheetProps) {
  const { t } = useTranslation();
  const formation = useFormation(firm.enterpriseId).data;
  const [replyNo, setReplyNo] = useState(t('formation.replyNoPrefill', { year: today().slice(0, 4) }));
  const [termFrom, setTermFrom] = useState(today());
  const [nationalSystemId, setNationalSystemId] = useState('');
  const [transfersStarted, setTransfersStarted] = useState(false);
  const write = useWrite<ConfirmCommittee>(
    () => `/branches/${formation?.branchId ?? ''}/committee`,
    () => {
      toast(t('formation.branchFormed'));
      onClose();
    },
  );
  const ready =
    formation?.branchId != null && isReplyNumber(replyNo) && nationalSystemId.trim() !== '' && termFrom !== '';
  const submit = () => {
    write.send({ replyNo: replyNo.trim(), termFrom, transfersStarted, nationalSystemId: nationalSystemId.trim() });
  };
  return (
    <FormSheet
      title={t('action.confirm-committee')}
      subtitle={formation?.fullName ?? firm.name}
      submitText={t('formation.confirmNow')}
      sending={write.sending}
      ready={ready}
      problem={write.problem}
      onSubmit={submit}
      onClose={onClose}
    >
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
        label={t('formation.termFrom')}
        type="date"
        value={termFrom}
        onChange={(event) => {
          setTermFrom(event.target.value);
        }}
        wrong={fieldMessage(write.problem, 'termFrom')}
      />
      <TextField
        label={t('formation.nationalId')}
        hint={t('formation.nationalHint')}
        maxLength={60}
        value={nationalSystemId}
        onChange={(event) => {
          setNationalSystemId(event.target.value);
        }}
        wrong={fieldMessage(write.problem, 'nationalSystemId')}
      />
      <CheckField checked={transfersStarted} onChange={setTransfersStarted}>
        {t('formation.transfersStarted')}
      </CheckField>
    </FormSheet>
  );
}

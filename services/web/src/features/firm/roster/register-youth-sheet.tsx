import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseOne } from '../../../look/choices.tsx';
import { CheckField, TextField } from '../../../look/field.tsx';
import { FormSheet } from '../../../look/form-sheet.tsx';
import { fieldMessage } from '../../../look/problem-notice.tsx';
import { toast } from '../../../look/toast.tsx';
import type { RegisterYouth } from '../../../requests/shapes.ts';
import { useWrite } from '../../../requests/write.ts';
import type { FirmSheetProps } from '../firm-sheet.tsx';

const STATUSES = ['none', 'applicant', 'memberClaimed', 'partyMember'] as const;
const EMPTY = { name: '', birthDate: '', phone: '', post: '' };

export function RegisterYouthSheet({ firm, onClose }: FirmSheetProps) {
  const { t } = useTranslation();
  const [form, setForm] = useState(EMPTY);
  const [status, setStatus] = useState<(typeof STATUSES)[number]>('memberClaimed');
  const [consent, setConsent] = useState(false);
  const [again, setAgain] = useState(false);
  const set = (name: keyof typeof EMPTY) => (event: { target: { value: string } }) => {
    setForm({ ...form, [name]: event.target.value });
  };
  const write = useWrite<RegisterYouth>(
    () => `/enterprises/${firm.enterpriseId}/youth`,
    () => {
      toast(t('youth.registered'));
      setForm(EMPTY);
      setConsent(false);
      if (!again) onClose();
    },
  );
  const submit = () => {
    if (!consent) return;
    const phone = form.phone.trim();
    const post = form.post.trim();
    write.send({
      name: form.name.trim(),
      birthDate: form.birthDate,
      status,
      consent: true,
      ...(phone ? { phone } : {}),
      ...(post ? { post } : {}),
    });
  };
  const ready = consent && form.name.trim() !== '' && form.birthDate !== '';
  return (
    <FormSheet
      title={t('action.register-youth')}
      subtitle={firm.name}
      submitText={t('youth.register')}
      footnote={t('youth.kept')}
      sending={write.sending}
      ready={ready}
      problem={write.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('youth.name')}
        autoComplete="off"
        maxLength={40}
        value={form.name}
        onChange={set('name')}
        wrong={fieldMessage(write.problem, 'name')}
      />
      <TextField
        label={t('youth.birthDate')}
        type="date"
        min="1950-01-01"
        value={form.birthDate}
        onChange={set('birthDate')}
        wrong={fieldMessage(write.problem, 'birthDate')}
      />
      <ChooseOne
        legend={t('youth.status')}
        value={status}
        onChange={setStatus}
        options={STATUSES.map((value) => ({ value, label: t(`leagueStatus.${value}`) }))}
      />
      <div className="two">
        <TextField
          label={t('youth.phone')}
          type="tel"
          inputMode="tel"
          autoComplete="off"
          value={form.phone}
          onChange={set('phone')}
          wrong={fieldMessage(write.problem, 'phone')}
        />
        <TextField label={t('youth.post')} autoComplete="off" maxLength={40} value={form.post} onChange={set('post')} />
      </div>
      <div className="inset">
        <CheckField checked={consent} onChange={setConsent}>
          {t('youth.consent', { firm: firm.name })}
        </CheckField>
      </div>
      <CheckField checked={again} onChange={setAgain}>
        {t('youth.again')}
      </CheckField>
    </FormSheet>
  );
}

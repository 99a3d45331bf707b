import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '../../look/field.tsx';
import { FormSheet } from '../../look/form-sheet.tsx';
import { fieldMessage } from '../../look/problem-notice.tsx';
import { toast } from '../../look/toast.tsx';
import { useWrite } from '../../requests/write.ts';
import { useCommunities } from '../directory/directory-api.ts';

interface Props {
  readonly onClose: () => void;
  readonly onDone: (enterpriseId: string) => void;
}

const EMPTY = { name: '', creditCode: '', noCodeReason: 'unknown', industry: '', communityId: '', address: '' };

export function RegisterFirmSheet({ onClose, onDone }: Props) {
  const { t } = useTranslation();
  const communities = useCommunities();
  const [form, setForm] = useState(EMPTY);
  const set = (name: keyof typeof EMPTY) => (event: { target: { value: string } }) => {
    setForm({ ...form, [name]: event.target.value });
  };
  const write = useWrite<object>(
    () => '/enterprises',
    ({ id }) => {
      toast(t('firms.registered'));
      onClose();
      onDone(id);
    },
  );
  const submit = () => {
    const filled = Object.fromEntries(
      Object.entries(form).filter(([name, value]) => value.trim() !== '' && name !== 'noCodeReason'),
    );
    write.send(form.creditCode.trim() === '' ? { ...filled, noCodeReason: form.noCodeReason } : filled);
  };
  return (
    <FormSheet
      title={t('firms.register')}
      submitText={t('firms.registerNow')}
      sending={write.sending}
      ready={form.name.trim() !== ''}
      problem={write.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('field.firmName')}
        value={form.name}
        onChange={set('name')}
        maxLength={120}
        wrong={fieldMessage(write.problem, 'name')}
      />
      <TextField
        label={t('field.creditCode')}
        value={form.creditCode}
        onChange={set('creditCode')}
        maxLength={30}
        autoCapitalize="characters"
        wrong={fieldMessage(write.problem, 'creditCode')}
      />
      {form.creditCode.trim() === '' ? (
        <SelectField label={t('field.noCodeReason')} value={form.noCodeReason} onChange={set('noCodeReason')}>
          {['unknown', 'applying', 'individual', 'branchOffice'].map((reason) => (
            <option key={reason} value={reason}>
              {t(`noCodeReason.${reason}`)}
            </option>
          ))}
        </SelectField>
      ) : null}
      <TextField label={t('field.industry')} value={form.industry} onChange={set('industry')} maxLength={60} />
      <SelectField label={t('field.community')} value={form.communityId} onChange={set('communityId')}>
        <option value="">{t('frame.noCommunity')}</option>
        {communities.map(({ communityId, name }) => (
          <option key={communityId} value={communityId}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField label={t('field.address')} value={form.address} onChange={set('address')} maxLength={200} />
    </FormSheet>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField, TextField } from '../../look/field.tsx';
import { FormSheet } from '../../look/form-sheet.tsx';
import { fieldMessage } from '../../look/problem-notice.tsx';
import { toast } from '../../look/toast.tsx';
import { useWrite } from '../../requests/write.ts';
import { SHORTEST } from '../accounts/password-to-set.tsx';

export function ChangePasswordSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [shown, setShown] = useState(false);
  const write = useWrite<{ current: string; next: string }>(
    () => '/me/password',
    () => {
      toast(t('password.changed'));
      onClose();
    },
  );
  const type = shown ? 'text' : 'password';
  return (
    <FormSheet
      title={t('password.change')}
      submitText={t('password.changeNow')}
      footnote={t('password.endsOthers')}
      sending={write.sending}
      ready={current !== '' && next.length >= SHORTEST}
      problem={write.problem}
      onSubmit={() => {
        write.send({ current, next });
      }}
      onClose={onClose}
    >
      <TextField
        label={t('password.current')}
        type={type}
        maxLength={128}
        autoComplete="current-password"
        autoCapitalize="none"
        value={current}
        onChange={(event) => {
          setCurrent(event.target.value);
        }}
        wrong={fieldMessage(write.problem, 'current')}
      />
      <TextField
        label={t('password.next')}
        type={type}
        maxLength={128}
        autoComplete="new-password"
        autoCapitalize="none"
        value={next}
        onChange={(event) => {
          setNext(event.target.value);
        }}
        hint={t('password.nextHint')}
        wrong={fieldMessage(write.problem, 'next')}
      />
      <CheckField checked={shown} onChange={setShown}>
        {t('password.show')}
      </CheckField>
    </FormSheet>
  );
}

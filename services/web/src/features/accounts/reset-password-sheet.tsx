import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormSheet } from '../../look/form-sheet.tsx';
import type { ManagedAccount } from '../../requests/shapes.ts';
import { useWrite } from '../../requests/write.ts';
import { HandoverSheet } from './handover-sheet.tsx';
import { PasswordToSet, SHORTEST } from './password-to-set.tsx';
import { proposePassword } from './propose-password.ts';

interface Props {
  readonly account: ManagedAccount;
  readonly onClose: () => void;
}

export function ResetPasswordSheet({ account, onClose }: Props) {
  const { t } = useTranslation();
  const [password, setPassword] = useState(() => proposePassword());
  const [isSet, setIsSet] = useState(false);
  const write = useWrite<{ password: string }>(
    () => `/accounts/${account.accountId}/password`,
    () => {
      setIsSet(true);
    },
  );
  if (isSet)
    return (
      <HandoverSheet
        title={t('accounts.resetDone')}
        displayName={account.displayName}
        account={account.account}
        password={password}
        onClose={onClose}
      />
    );
  return (
    <FormSheet
      title={t('accounts.reset')}
      subtitle={account.displayName}
      submitText={t('accounts.resetNow')}
      footnote={t('accounts.resetEnds')}
      sending={write.sending}
      ready={password.length >= SHORTEST}
      problem={write.problem}
      onSubmit={() => {
        write.send({ password });
      }}
      onClose={onClose}
    >
      <PasswordToSet value={password} onChange={setPassword} problem={write.problem} />
    </FormSheet>
  );
}

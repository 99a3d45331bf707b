import { useTranslation } from 'react-i18next';
import { FormSheet } from '../../look/form-sheet.tsx';
import { toast } from '../../look/toast.tsx';
import type { ManagedAccount } from '../../requests/shapes.ts';
import { useWrite } from '../../requests/write.ts';

interface Props {
  readonly account: ManagedAccount;
  readonly onClose: () => void;
}

/** Asked once more, because nothing opens a closed account again. */
export function CloseAccountSheet({ account, onClose }: Props) {
  const { t } = useTranslation();
  const write = useWrite<object>(
    () => `/accounts/${account.accountId}/closing`,
    () => {
      toast(t('accounts.closedToast', { name: account.displayName }));
      onClose();
    },
  );
  return (
    <FormSheet
      title={t('accounts.close')}
      subtitle={`${account.displayName} · ${account.account}`}
      submitText={t('accounts.closeNow')}
      sending={write.sending}
      problem={write.problem}
      onSubmit={() => {
        write.send({});
      }}
      onClose={onClose}
    >
      <ul className="card stack">
        {(['out', 'stays', 'forGood'] as const).map((what) => (
          <li key={what}>{t(`accounts.closing.${what}`)}</li>
        ))}
      </ul>
    </FormSheet>
  );
}

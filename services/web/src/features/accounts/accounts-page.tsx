import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../look/page-title.ts';
import { Shown } from '../../look/shown.tsx';
import { Empty } from '../../look/states.tsx';
import type { ManagedAccount } from '../../requests/shapes.ts';
import { useMay, useMe } from '../session/session-api.ts';
import { AccountCard, type Open } from './account-card.tsx';
import { useManagedAccounts } from './accounts-api.ts';
import { CloseAccountSheet } from './close-account-sheet.tsx';
import { OpenAccountSheet } from './open-account-sheet.tsx';
import { ResetPasswordSheet } from './reset-password-sheet.tsx';

/** Those who work here first; closed accounts stay at the end, because past work bears their names. */
const inOrder = (accounts: readonly ManagedAccount[]) => [
  ...accounts.filter(({ closedOn }) => closedOn === null),
  ...accounts.filter(({ closedOn }) => closedOn !== null),
];

export function AccountsPage() {
  const { t } = useTranslation();
  usePageTitle(t('place.accounts'));
  const me = useMe();
  const may = useMay();
  const list = useManagedAccounts();
  const [open, setOpen] = useState<Open | 'new' | null>(null);
  const close = () => {
    setOpen(null);
  };
  if (!may('office.manage')) return <Empty icon="settings" title={t('frame.notAllowed')} />;
  return (
    <div className="page narrow">
      <div className="bar">
        <h1>{t('place.accounts')}</h1>
        <span className="grow" />
        <button
          type="button"
          className="button"
          onClick={() => {
            setOpen('new');
          }}
        >
          {t('accounts.open')}
        </button>
      </div>
      <Shown query={list} rows={5} height={92}>
        {({ items }) => (
          <ul className="stack">
            {inOrder(items).map((account) => (
              <AccountCard
                key={account.accountId}
                account={account}
                own={account.accountId === me?.accountId}
                onOpen={setOpen}
              />
            ))}
          </ul>
        )}
      </Shown>
      {open === 'new' ? <OpenAccountSheet onClose={close} /> : null}
      {open !== null && open !== 'new' && open.kind === 'reset' ? (
        <ResetPasswordSheet account={open.account} onClose={close} />
      ) : null}
      {open !== null && open !== 'new' && open.kind === 'close' ? (
        <CloseAccountSheet account={open.account} onClose={close} />
      ) : null}
    </div>
  );
}

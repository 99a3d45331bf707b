import { useTranslation } from 'react-i18next';
import type { ManagedAccount } from '../../requests/shapes.ts';
import { useNames } from '../directory/directory-api.ts';

export type Open = { readonly kind: 'reset' | 'close'; readonly account: ManagedAccount };

interface Props {
  readonly account: ManagedAccount;
  readonly own: boolean;
  readonly onOpen: (open: Open) => void;
}

export function AccountCard({ account, own, onOpen }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const { displayName, role, communityIds, closedOn } = account;
  const communities =
    communityIds === null ? t('accounts.wholeStreet') : communityIds.map(names.community).join(t('frame.listComma'));
  return (
    <li className="card">
      <div className="spread">
        <span>
          <b>{displayName}</b> <span className="sub">{account.account}</span>
        </span>
        {closedOn === null ? (
          <span className="tag">{t(`role.${role}`)}</span>
        ) : (
          <span className="tag plain">{t('accounts.closedOn', { day: closedOn })}</span>
        )}
      </div>
      <p className="muted">{closedOn === null ? communities : `${t(`role.${role}`)} · ${communities}`}</p>
      {own ? <p className="muted">{t('accounts.own')}</p> : null}
      {own || closedOn !== null ? null : (
        <div className="row actions">
          {(['reset', 'close'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              className="button ghost small"
              aria-label={`${t(`accounts.${kind}`)} ${displayName}`}
              onClick={() => {
                onOpen({ kind, account });
              }}
            >
              {t(`accounts.${kind}`)}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}

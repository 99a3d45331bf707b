import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../look/sheet.tsx';
import { toast } from '../../look/toast.tsx';
import { copyFrom } from './copy-from.ts';

interface Props {
  readonly title: string;
  readonly displayName: string;
  readonly account: string;
  readonly password: string;
  readonly onClose: () => void;
}

/** The one time a password is shown after it was set: it is kept nowhere in a form that could be read again. */
export function HandoverSheet({ title, displayName, account, password, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Sheet title={title} subtitle={displayName} onClose={onClose}>
      <div className="body">
        <div className="card stack">
          <Copied label={t('accounts.account')} value={account} />
          <Copied label={t('accounts.password')} value={password} />
          <p className="muted">{t('accounts.shownOnce')}</p>
        </div>
      </div>
      <footer>
        <button type="button" className="button wide" onClick={onClose}>
          {t('accounts.handedOver')}
        </button>
      </footer>
    </Sheet>
  );
}

function Copied({ label, value }: { readonly label: string; readonly value: string }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    if (field.current === null) return;
    toast((await copyFrom(field.current)) ? t('accounts.copied', { what: label }) : t('accounts.copyByHand'));
  };
  return (
    <div className="row">
      <label className="field grow">
        <span>{label}</span>
        <input ref={field} readOnly value={value} />
      </label>
      <button
        type="button"
        className="button ghost"
        style={{ alignSelf: 'flex-end', minHeight: 40 }}
        aria-label={`${t('accounts.copy')} ${label}`}
        onClick={() => void copy()}
      >
        {t('accounts.copy')}
      </button>
    </div>
  );
}

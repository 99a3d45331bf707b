import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setAppearance, useAppearance, type Appearance } from '../../look/appearance.ts';
import { lazySheet } from '../../look/lazy-sheet.tsx';
import { Sheet } from '../../look/sheet.tsx';
import { useMay, useMe, useSignOut } from '../session/session-api.ts';
import { LanguageSwitch } from './language-switch.tsx';

/** Opened once in a while: its code comes when it is. */
const ChangePasswordSheet = lazySheet(async () => (await import('./change-password-sheet.tsx')).ChangePasswordSheet);

interface SegmentsProps<Name extends keyof Appearance> {
  readonly name: Name;
  readonly options: readonly Appearance[Name][];
}

function Segments<Name extends keyof Appearance>({ name, options }: SegmentsProps<Name>) {
  const { t } = useTranslation();
  const appearance = useAppearance();
  return (
    <div className="spread">
      <span>{t(`settings.${name}`)}</span>
      <div className="segments" role="group" aria-label={t(`settings.${name}`)}>
        {options.map((option) => (
          <button
            key={option}
            type="button"
            aria-pressed={appearance[name] === option}
            onClick={() => {
              setAppearance({ [name]: option });
            }}
          >
            {t(`settings.${name}_${option}`)}
          </button>
        ))}
      </div>
    </div>
  );
}

export function SettingsSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const me = useMe();
  const may = useMay();
  const [changing, setChanging] = useState(false);
  const signOut = useSignOut(() => void navigate({ to: '/sign-in', replace: true }));
  if (changing)
    return (
      <ChangePasswordSheet
        onClose={() => {
          setChanging(false);
        }}
      />
    );
  return (
    <Sheet title={t('settings.title')} onClose={onClose}>
      <div className="body">
        <div className="card stack">
          <div className="spread">
            <span>{t('settings.language')}</span>
            <LanguageSwitch />
          </div>
          <Segments name="theme" options={['auto', 'light', 'dark']} />
          <Segments name="text" options={['normal', 'large']} />
          <Segments name="keys" options={['on', 'off']} />
          <p className="muted">{t('settings.keptHere')}</p>
        </div>
        {me ? (
          <div className="card stack">
            <div>
              <b>{me.displayName}</b> <span className="sub">{t(`role.${me.role}`)}</span>
              <p className="muted">{me.street.name}</p>
            </div>
            <div className="row">
              <button
                type="button"
                className="button ghost"
                onClick={() => {
                  setChanging(true);
                }}
              >
                {t('password.change')}
              </button>
              {may('office.manage') ? (
                <Link to="/accounts" className="button ghost" onClick={onClose}>
                  {t('accounts.manage')}
                </Link>
              ) : null}
              <button
                type="button"
                className="button ghost"
                disabled={signOut.isPending}
                onClick={() => {
                  signOut.mutate();
                }}
              >
                {t('settings.signOut')}
              </button>
            </div>
            {signOut.isError ? (
              <p className="notice" role="alert">
                {t('settings.stillIn')}
              </p>
            ) : null}
          </div>
        ) : null}
      </div>
    </Sheet>
  );
}

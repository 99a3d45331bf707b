import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { setAppearance, useAppearance, type Appearance } from '../../look/appearance.ts';
import { Sheet } from '../../look/sheet.tsx';
import { useMe, useSignOut } from '../session/session-api.ts';
import { LanguageSwitch } from './language-switch.tsx';

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
  const signOut = useSignOut(() => void navigate({ to: '/sign-in', replace: true }));
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
            <div>
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

import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../features/session/session-api.ts';
import { KeysSheet } from '../features/settings/keys-sheet.tsx';
import { SettingsSheet } from '../features/settings/settings-sheet.tsx';
import type { Shortcut } from '../features/settings/shortcuts.ts';
import { useShortcuts } from '../features/settings/use-shortcuts.ts';
import { useLateCount } from '../features/today/follow-ups-api.ts';
import { Icon, Mark, type IconName } from '../look/icons.tsx';
import { Toasts } from '../look/toast.tsx';
import type { Action } from '../requests/shapes.ts';
import { useArrival } from './use-arrival.ts';

interface Place {
  readonly to: '/today' | '/enterprises' | '/activities' | '/progress' | '/imports' | '/accounts';
  readonly name: 'today' | 'firms' | 'activities' | 'progress' | 'imports' | 'accounts';
  readonly icon: IconName | null;
  readonly needs: Action;
}

/** Places without an icon are desk work and not among the phone's four tabs. */
const PLACES: readonly Place[] = [
  { to: '/today', name: 'today', icon: 'today', needs: 'followUp.read' },
  { to: '/enterprises', name: 'firms', icon: 'firms', needs: 'enterprise.read' },
  { to: '/activities', name: 'activities', icon: 'activities', needs: 'activity.read' },
  { to: '/progress', name: 'progress', icon: 'progress', needs: 'dashboard.read' },
  { to: '/imports', name: 'imports', icon: null, needs: 'ledger.import' },
  { to: '/accounts', name: 'accounts', icon: null, needs: 'office.manage' },
];

export function Frame() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [sheet, setSheet] = useState<'settings' | 'keys' | null>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useArrival(path);
  useShortcuts((shortcut: Shortcut) => {
    if (shortcut === 'help') setSheet('keys');
    else if (shortcut === 'firms') void navigate({ to: '/enterprises', search: {} });
    else if (shortcut === 'progress') void navigate({ to: '/progress' });
    else if (shortcut === 'today') void navigate({ to: '/today' });
    else if (shortcut === 'search') focusSearch(() => void navigate({ to: '/enterprises', search: {} }));
    else document.querySelector<HTMLElement>('[data-key="visit"]')?.click();
  });
  const openSettings = () => {
    setSheet('settings');
  };
  return (
    <div className="app">
      <a className="skip button" href="#main">
        {t('frame.skip')}
      </a>
      <SideNav onSettings={openSettings} />
      <main className="main" id="main" tabIndex={-1} key={path.startsWith('/enterprises/') ? 'firm' : path}>
        <Outlet />
      </main>
      <PhoneTabs />
      <button
        type="button"
        className="button quiet phone-only settings-corner"
        aria-label={t('frame.settings')}
        onClick={openSettings}
      >
        <Icon name="settings" />
      </button>
      {sheet === 'settings' ? (
        <SettingsSheet
          onClose={() => {
            setSheet(null);
          }}
        />
      ) : null}
      {sheet === 'keys' ? (
        <KeysSheet
          onClose={() => {
            setSheet(null);
          }}
        />
      ) : null}
      <Toasts />
    </div>
  );
}

function focusSearch(otherwise: () => void): void {
  const box = document.querySelector<HTMLInputElement>('input[type=search]');
  if (box) box.focus();
  else otherwise();
}

function SideNav({ onSettings }: { readonly onSettings: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  const late = useLateCount();
  return (
    <nav className="side" aria-label={t('frame.navigation')}>
      <Link to="/" className="brand">
        <Mark />
        <span>
          {t('frame.brand')}
          <small>{me ? t('frame.office', { street: me.street.name }) : ''}</small>
        </span>
      </Link>
      {PLACES.filter(({ needs }) => may(needs)).map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          search={{}}
          className="item"
          activeProps={{ className: 'item on' }}
          activeOptions={{ includeSearch: false }}
        >
          {t(`place.${name}`)}
          {name === 'today' && late !== null ? <Count late={late} /> : null}
        </Link>
      ))}
      <div className="grow" />
      <button type="button" className="item" onClick={onSettings}>
        {t('frame.settings')}
      </button>
      <div className="me">{me ? `${me.displayName} · ${t(`role.${me.role}`)}` : ''}</div>
    </nav>
  );
}

function Count({ late }: { readonly late: string }) {
  const { t } = useTranslation();
  return (
    <span className="count">
      {late}
      <span className="sr-only"> {t('today.late')}</span>
    </span>
  );
}

function PhoneTabs() {
  const { t } = useTranslation();
  const may = useMay();
  const late = useLateCount();
  return (
    <nav className="tabs" aria-label={t('frame.navigation')}>
      {PLACES.map(({ to, name, icon, needs }) =>
        icon !== null && may(needs) ? (
          <Link key={to} to={to} search={{}} activeProps={{ className: 'on' }} activeOptions={{ includeSearch: false }}>
            <Icon name={icon} />
            {t(`place.${name}`)}
            {name === 'today' && late !== null ? <Count late={late} /> : null}
          </Link>
        ) : null,
      )}
    </nav>
  );
}

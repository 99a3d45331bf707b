import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../settings/language-switch.tsx';
import { Mark } from '../../look/icons.tsx';
import { usePageTitle } from '../../look/page-title.ts';
import { problemOf } from '../../requests/problem.ts';
import { useSignIn } from './session-api.ts';

function useSentence(error: unknown): string | null {
  const { t } = useTranslation();
  if (error === null) return null;
  const problem = problemOf(error);
  if (problem?.status === 401) return t('signIn.wrong');
  if (problem?.status === 429) return t('signIn.tooOften');
  if (problem?.status === 0) return t('problem.no-network');
  return problem && problem.title !== '' ? problem.title : t('signIn.broken');
}

export function SignInPage() {
  const { t } = useTranslation();
  usePageTitle(t('signIn.go'));
  const navigate = useNavigate();
  const { next } = useSearch({ from: '/sign-in' });
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn(() => void navigate({ to: next ?? '/', replace: true }));
  const sentence = useSentence(signIn.error);
  return (
    <div className="sign-in">
      <div className="sign-in-water" aria-hidden="true">
        <svg viewBox="0 0 1200 800" preserveAspectRatio="xMidYMid slice">
          <path d="M0 210C260 210 330 330 600 360S980 420 1200 410V560C960 552 860 520 600 520S240 700 0 700Z" />
          <path d="M0 300C280 300 350 372 600 395S980 440 1200 434V536C960 530 860 500 600 496S240 600 0 600Z" />
          <path d="M0 400C280 400 350 420 600 432S980 462 1200 460V512C960 508 860 474 600 468S240 500 0 500Z" />
        </svg>
      </div>
      <main className="sign-in-card" id="main">
        <div className="spread">
          <div className="brand">
            <Mark size={40} />
            <span>
              {t('frame.brand')}
              <small>{t('signIn.what')}</small>
            </span>
          </div>
          <LanguageSwitch />
        </div>
        <p className="motto">{t('signIn.motto')}</p>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            signIn.mutate({ account: account.trim(), password });
          }}
        >
          <label className="field">
            <span>{t('signIn.account')}</span>
            <input
              name="account"
              autoComplete="username"
              autoCapitalize="none"
              required
              value={account}
              onChange={(event) => {
                setAccount(event.target.value);
              }}
            />
          </label>
          <label className="field">
            <span>{t('signIn.password')}</span>
            <input
              name="password"
              type="password"
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => {
                setPassword(event.target.value);
              }}
            />
          </label>
          {sentence === null ? null : (
            <p className="notice" role="alert">
              {sentence}
            </p>
          )}
          <button
            className="button wide"
            type="submit"
            disabled={signIn.isPending || account.trim() === '' || password === ''}
          >
            {signIn.isPending ? t('signIn.going') : t('signIn.go')}
          </button>
        </form>
        <p className="muted foot">{t('signIn.help')}</p>
      </main>
    </div>
  );
}

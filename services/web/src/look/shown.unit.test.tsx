import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import zhHans from '../language/zh-hans/index.ts';
import { ProblemError } from '../requests/problem.ts';
import { Shown } from './shown.tsx';

beforeAll(() =>
  i18next.use(initReactI18next).init({ lng: 'zh-Hans', resources: { 'zh-Hans': { translation: zhHans } } }),
);

const query = { data: undefined, isPending: false, isError: false, error: null, refetch: () => undefined };
const shown = (state: Partial<Parameters<typeof Shown<string>>[0]['query']>) =>
  renderToStaticMarkup(
    <Shown<string> query={{ ...query, ...state }} rows={1} height={10} wayOut={<a href="/list">企业</a>}>
      {(firm) => <form aria-label={firm} />}
    </Shown>,
  );

describe('what was asked for', () => {
  it('is shown in bones until it is there', () => {
    expect(shown({ isPending: true })).toContain(zhHans.frame.loading);
  });

  it('keeps an open form when a later look fails, and says that it is not up to date', () => {
    const page = shown({ data: '润泽', isError: true, error: new Error('away') });
    expect(page).toContain('<form aria-label="润泽">');
    expect(page).toContain(zhHans.frame.stale);
    expect(shown({ data: '润泽' })).not.toContain(zhHans.frame.stale);
  });

  it('offers to try again when there never was anything', () => {
    expect(shown({ isError: true, error: new Error('away') })).toContain(zhHans.frame.retry);
  });

  it('leads on from what is not there', () => {
    const notFound = new ProblemError({ type: 'about:blank', title: '没有找到', status: 404, code: 'not-found' });
    expect(shown({ isError: true, error: notFound })).toContain('<a href="/list">');
    expect(shown({ isError: true, error: new Error('away') })).not.toContain('<a href="/list">');
  });
});

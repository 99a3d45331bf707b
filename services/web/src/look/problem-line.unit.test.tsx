import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import zhHans from '../language/zh-hans/index.ts';
import { ProblemLine } from './problem-line.tsx';

beforeAll(() =>
  i18next.use(initReactI18next).init({ lng: 'zh-Hans', resources: { 'zh-Hans': { translation: zhHans } } }),
);

const lineOf = (status: number, code: string, title = '') =>
  renderToStaticMarkup(<ProblemLine problem={{ type: 'about:blank', title, status, code }} />);

describe('the line beside a button that did not do it', () => {
  it('says that there is no network', () => {
    expect(lineOf(0, 'no-network')).toContain(zhHans.problem['no-network']);
  });

  it('does not take a broken server for a missing network', () => {
    expect(lineOf(502, 'http-502')).toContain('http-502');
    expect(lineOf(502, 'http-502')).not.toContain(zhHans.problem['no-network']);
  });

  it('says what the service says', () => {
    expect(lineOf(409, 'not-open', '还没开始签到')).toContain('还没开始签到');
  });
});

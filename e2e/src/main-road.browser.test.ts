import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './browser/find-browser.ts';
import { barriers, chineseLeft, untranslatedKeys } from './browser/look-over.ts';
import { DESK, openAs, openBrowser, PHONE, type OfficeBrowser } from './browser/open-browser.ts';
import { writtenByPeople } from './browser/written-by-people.ts';
import { STEPS } from './road/steps.ts';
import { walkTheRoad } from './road/walk-the-road.ts';
import { openStreet, type Street } from './street/open-street.ts';

const WEB = join(__dirname, '../../services/web/dist');
const LEDGER = join(__dirname, '../../services/enterprise-registration/demo-data/ledger-jianghai-2026.xlsx');
const FIRM = '北瑞影城';

let street: Street;
let browser: OfficeBrowser;
let admin: Page;
let cadre: Page;
let phone: Page;
let secretary: Page;
let firmPath: string;
let importPath: string;

const missing = (page: Page) => page.locator('.missing-list > li');
const sheet = (page: Page) => page.getByRole('dialog');
const press = (page: Page, name: string) => page.locator('.missing').getByRole('button', { name, exact: true }).click();
const funnelShows = (words: string) => secretary.getByRole('link', { name: words }).waitFor();

/** Presses the main button of the open sheet, which closes when the office has accepted it. */
async function send(page: Page): Promise<void> {
  await sheet(page).locator('footer button.wide').click();
  await sheet(page).waitFor({ state: 'hidden' });
}

describeInBrowser('the main job in a browser', (browserPath) => {
  beforeAll(async () => {
    if (!existsSync(join(WEB, 'index.html'))) throw new Error('the web is not built: npx vite build services/web');
    street = await openStreet(WEB);
    browser = await openBrowser(browserPath, street.url);
    [admin, cadre, secretary, phone] = await Promise.all([
      browser.signedIn(street.accountOf('admin'), DESK),
      browser.signedIn(street.accountOf('cadre'), DESK),
      browser.signedIn(street.accountOf('streetSecretary'), DESK),
      browser.signedIn(street.accountOf('cadre'), PHONE),
    ]);
  }, 90_000);

  afterAll(async () => {
    await browser.close();
    await street.close();
  }, 60_000);

  it('brings the ledger in: what every row will do, how far it is, and the same file back with reasons', async () => {
    await admin.goto('/imports');
    await admin.setInputFiles('input[type=file]', LEDGER);
    await admin.getByRole('button', { name: /有错/ }).click();
    await admin.getByText('信用代码校验位不符').first().waitFor();
    await admin.getByRole('button', { name: /^写入 \d+ 家$/ }).click();
    await admin.getByRole('progressbar').waitFor();
    await admin.getByRole('link', { name: '看企业名单' }).waitFor();
    const download = admin.waitForEvent('download');
    await admin.getByRole('link', { name: '下载结果表' }).click();
    const result = await download;
    expect(result.suggestedFilename()).toMatch(/^ledger-jianghai-2026.*\.xlsx$/);
    expect((await stat(await result.path())).size).toBeGreaterThan(10_000);
    const { pathname, search } = new URL(admin.url());
    importPath = pathname + search;
    await street.settled();
  }, 60_000);

  it('finds a firm by pinyin and industry, and the address of the list finds it again', async () => {
    await cadre.goto('/enterprises');
    await cadre.getByRole('searchbox').fill('beirui');
    await cadre.waitForURL(/[?&]q=beirui/);
    await cadre.getByRole('row').filter({ hasText: FIRM }).waitFor();
    await cadre.getByLabel('行业').selectOption('娱乐业');
    await cadre.waitForURL((url) => url.searchParams.get('industry') === '娱乐业');
    await cadre.getByText('共 1 家').waitFor();
    await phone.goto(cadre.url());
    await phone.getByRole('link', { name: FIRM }).first().click();
    await phone.getByRole('heading', { name: FIRM }).waitFor();
    firmPath = new URL(phone.url()).pathname;
  }, 30_000);

  it('shrinks what is missing when a visit is logged on a phone, and moves the funnel on a desk far away', async () => {
    await secretary.goto('/progress');
    await funnelShows('已走访 0 家，打开名单');
    await secretary.evaluate(`document.documentElement.dataset.neverReloaded = ''`);
    await missing(phone).first().waitFor();
    const before = await missing(phone).count();
    await phone.locator('.thumb-bar').getByRole('button', { name: '记走访' }).click();
    await sheet(phone).getByText('支持', { exact: true }).click();
    await sheet(phone).getByText('联谊', { exact: true }).click();
    await sheet(phone).getByText('约建团座谈', { exact: true }).click();
    await send(phone);
    await missing(phone).filter({ hasText: '还没走访过' }).waitFor({ state: 'detached' });
    expect(await missing(phone).count()).toBeLessThan(before);
    await funnelShows('已走访 1 家，打开名单');
    expect(await secretary.locator('html[data-never-reloaded]').count()).toBe(1);
  }, 40_000);

  it('keeps the promise of the visit for the day, puts it off, and takes it off the list when it is done', async () => {
    await phone.goto('/today');
    const promise = phone.locator('li.card').filter({ hasText: '约建团座谈' });
    await promise.getByRole('button', { name: '改期' }).click();
    await sheet(phone).locator('.options label').last().click();
    await send(phone);
    await phone.getByRole('heading', { name: '往后' }).waitFor();
    await promise.getByRole('button', { name: '已办' }).click();
    await promise.waitFor({ state: 'detached' });
  }, 30_000);

  it('makes a firm ready, refuses an application with everything it lacks, and forms the branch', async () => {
    const enterpriseId = firmPath.split('/').pop() ?? '';
    const team = { cadre: await street.enter('cadre'), secretary: await street.enter('streetSecretary') };
    const repeated = ['registerYouth', 'verifyMembers', 'activity', 'nameLiaison'];
    const steps = STEPS.filter(({ name }) => repeated.includes(name));
    await walkTheRoad(team, enterpriseId, { onStep: () => undefined, onStage: () => undefined }, steps);

    await cadre.goto(firmPath);
    await press(cadre, '确认花名册');
    await send(cadre);
    await press(cadre, '选建团路径');
    await send(cadre);
    await press(cadre, '提交建团申请');
    await sheet(cadre).locator('footer button.wide').click();
    const refusal = sheet(cadre).getByRole('alert');
    await refusal.getByText('申请须提出一名书记人选').waitFor();
    await refusal.getByText('申请未盖章').waitFor();
    await sheet(cadre).getByLabel('书记人选').first().selectOption({ index: 1 });
    await sheet(cadre).getByRole('checkbox').check();
    await send(cadre);

    await secretary.goto('/progress');
    await secretary.getByRole('link', { name: new RegExp(`^${FIRM}`) }).click();
    await press(secretary, '批复申请');
    await sheet(secretary).getByLabel('批复文号').fill('江团〔2026〕1号');
    await send(secretary);

    // The cadre's page has stayed open: what the secretary decided arrives on it by itself.
    await press(cadre, '记录选举');
    await sheet(cadre).getByLabel('当选人').selectOption({ index: 1 });
    await sheet(cadre).getByLabel('得票').fill('3');
    await send(cadre);

    await press(secretary, '批复班子');
    await sheet(secretary).getByLabel('批复文号').fill('江团〔2026〕2号');
    await sheet(secretary).getByLabel('智慧团建组织编号').fill('100200300');
    await sheet(secretary).getByRole('checkbox').check();
    await send(secretary);
    await secretary.locator('.missing').getByText('已建团').waitFor();
    await secretary.goto('/progress');
    await funnelShows('已建团 1 家，打开名单');
  }, 90_000);

  it.each([
    ['en', 'Firms'],
    ['zh-Hant', '企業'],
  ] as const)(
    'speaks %s on every screen',
    async (language, firms) => {
      for (const path of ['/progress', '/enterprises', firmPath, '/activities', '/today', '/imports']) {
        await openAs(secretary, path, { language });
        await secretary.getByRole('link', { name: firms, exact: true }).waitFor();
        expect({ path, keys: await untranslatedKeys(secretary) }).toEqual({ path, keys: [] });
      }
    },
    60_000,
  );

  it('leaves no Chinese on an English screen but what people have written', async () => {
    const left = [];
    const written = [FIRM, '江团〔2026〕', '号', ...(await writtenByPeople(street, firmPath, 'beirui'))];
    for (const path of ['/progress', '/enterprises?q=beirui', firmPath, '/activities', '/today', '/imports']) {
      await openAs(secretary, path, { language: 'en' });
      await secretary.getByRole('link', { name: 'Firms', exact: true }).waitFor();
      left.push(...(await chineseLeft(secretary, written)).map((words) => ({ path, words })));
    }
    expect(left).toEqual([]);
  }, 60_000);

  it.each([
    ['light', 'everything'],
    ['dark', 'colours'],
  ] as const)(
    'can be used by everybody when it is %s, checking %s',
    async (theme, only) => {
      const stranger = await browser.page(DESK);
      const pages: readonly (readonly [Page, string])[] = [
        [stranger, '/sign-in'],
        [secretary, '/progress'],
        [secretary, firmPath],
        [cadre, '/enterprises?q=beirui'],
        [phone, firmPath],
        [admin, importPath],
      ];
      for (const [page, path] of pages) {
        await openAs(page, path, { theme });
        expect({ path, barriers: await barriers(page, only) }).toEqual({ path, barriers: [] });
      }
      await stranger.context().close();
    },
    120_000,
  );

  it('throws nothing on any page', () => {
    expect(browser.thrown).toEqual([]);
  });
});

import { chromium, type Page } from 'playwright-core';
import type { DemoAccount } from '../street/open-street.ts';

const QUIET = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

export const DESK = { width: 1366, height: 768 };
export const PHONE = { width: 360, height: 740 };
/** Longest wait for anything a reader waits for, ms: several times what a loaded machine needs. */
const PATIENCE = 20_000;

export type Language = 'zh-Hans' | 'zh-Hant' | 'en';

export interface OfficeBrowser {
  /** A page nobody is signed in on, with a storage of its own. */
  page(size: { readonly width: number; readonly height: number }): Promise<Page>;
  /** A page on which somebody has signed in through the form. */
  signedIn(account: DemoAccount, size: { readonly width: number; readonly height: number }): Promise<Page>;
  /** What any page threw; an empty list at the end of a good day. */
  readonly thrown: readonly string[];
  close(): Promise<void>;
}

export async function openBrowser(executablePath: string, url: string): Promise<OfficeBrowser> {
  const browser = await chromium.launch({ executablePath, args: QUIET });
  const thrown: string[] = [];
  const page = async (viewport: { readonly width: number; readonly height: number }): Promise<Page> => {
    const context = await browser.newContext({
      ...{ viewport, baseURL: url, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', acceptDownloads: true },
    });
    context.setDefaultTimeout(PATIENCE);
    const opened = await context.newPage();
    opened.on('pageerror', (error) => thrown.push(error.message));
    return opened;
  };
  return {
    page,
    signedIn: async ({ account, password }, size) => {
      const opened = await page(size);
      await opened.goto('/sign-in');
      await opened.getByLabel('账号').fill(account);
      await opened.getByLabel('密码').fill(password);
      await opened.getByRole('button', { name: '登录' }).click();
      await opened.waitForURL((at) => at.pathname !== '/sign-in');
      return opened;
    },
    thrown,
    close: () => browser.close(),
  };
}

/** Opens a path as a reader who chose these settings on this device would see it. */
export async function openAs(
  page: Page,
  path: string,
  { theme = 'light', language = 'zh-Hans' as Language },
): Promise<void> {
  if (page.url() === 'about:blank') await page.goto('/sign-in');
  const kept = { 'qucheng.appearance': JSON.stringify({ theme }), 'qucheng.language': language };
  await page.evaluate(`Object.assign(localStorage, ${JSON.stringify(kept)})`);
  await page.goto(path);
  await page.locator('h1, .sign-in-card').first().waitFor();
  await page.locator('.bone').first().waitFor({ state: 'detached' });
}

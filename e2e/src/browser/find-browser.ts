import { existsSync } from 'node:fs';

/** Where a Chromium is looked for when CHROMIUM_PATH names none. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium the browser tests drive, if this machine has one. */
export function findBrowser(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  return [...(named === undefined ? [] : [named]), ...PLACES].find((path) => existsSync(path));
}

/** Runs where a browser is, and otherwise says in its title how to get one. */
export function describeInBrowser(title: string, body: (browserPath: string) => void): void {
  const path = findBrowser();
  if (path !== undefined) describe(title, () => body(path));
  else
    describe(`${title} (skipped: no browser; apt-get install chromium fonts-noto-cjk, or name one in CHROMIUM_PATH)`, () => {
      it.skip('needs a browser', () => undefined);
    });
}

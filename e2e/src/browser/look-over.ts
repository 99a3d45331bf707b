import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What keeps somebody from using this page: serious and critical findings, with the first element of each. */
export async function barriers(page: Page, only: 'everything' | 'colours'): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  if (only === 'colours') builder.withRules('color-contrast');
  else builder.withTags(RULES);
  const { violations } = await builder.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help} ${nodes[0]?.html ?? ''}`);
}

/** Words that look like `progress.title`: a key of the catalogue somebody would read instead of what it stands for. */
const KEY = /\b[a-z][A-Za-z]*\.[A-Za-z][\w-]*(?:\.[\w-]+)*\b/g;

export async function untranslatedKeys(page: Page): Promise<string[]> {
  return (await allWords(page)).match(KEY) ?? [];
}

/** Chinese on a page in another language, but for what people have written, such as the name of a firm. */
export async function chineseLeft(page: Page, written: readonly string[]): Promise<string[]> {
  let words = await allWords(page);
  // The longest first: the name of a branch holds that of its firm.
  for (const each of [...written].sort((one, other) => other.length - one.length)) words = words.replaceAll(each, '');
  return words.split('\n').filter((line) => /\p{Script=Han}/u.test(line));
}

async function allWords(page: Page): Promise<string> {
  const shown = await page.locator('body').innerText();
  const labelled = await page.locator('[aria-label], [placeholder], [title]').all();
  const labels = await Promise.all(
    labelled.flatMap((element) => ['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name))),
  );
  return [shown, ...labels].join('\n');
}

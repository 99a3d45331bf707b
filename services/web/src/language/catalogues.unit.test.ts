import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE, MISSING_CODES, NEXT_ACTIONS, Role, Route, STAGES } from '@qucheng/contracts';
import en from './en/index.ts';
import zhHans from './zh-hans/index.ts';
import zhHant from './zh-hant/index.ts';

type Texts = { readonly [key: string]: string | Texts };

function flat(texts: Texts, before = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${before}${key}`, value] as const] : [...flat(value, `${before}${key}.`)],
    ),
  );
}

const catalogues = { 'zh-Hans': flat(zhHans), 'zh-Hant': flat(zhHant), en: flat(en) };
const sources = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sources(path) : [path];
  });
const files = sources(join(__dirname, '..')).filter((path) => /\.tsx?$/.test(path) && !path.includes('.unit.test.'));

describe('the three language catalogues', () => {
  it.each(['zh-Hant', 'en'] as const)('%s has the keys of zh-Hans', (language) => {
    expect([...catalogues[language].keys()].sort()).toEqual([...catalogues['zh-Hans'].keys()].sort());
  });

  it.each(['zh-Hant', 'en'] as const)('%s fills in the same values', (language) => {
    const values = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
    for (const [key, text] of catalogues['zh-Hans']) {
      const wished = new Set(values(text));
      const given = values(catalogues[language].get(key) ?? '');
      // A language may leave a value out or derive another one; it may not name one nobody passes.
      if (!key.startsWith('missing.')) expect([key, given.filter((value) => !wished.has(value))]).toEqual([key, []]);
    }
  });

  it('says every stage, route, role, next action, event and missing item', () => {
    const wished = [
      ...STAGES.map((stage) => `stage.${stage}`),
      ...Route.options.map((route) => `route.${route}`),
      ...Role.options.map((role) => `role.${role}`),
      ...NEXT_ACTIONS.map((action) => `action.${action}`),
      ...MISSING_CODES.map((code) => `missing.${code}`),
    ];
    expect(wished.filter((key) => !catalogues['zh-Hans'].has(key))).toEqual([]);
  });

  it('has a title for every event of a firm', () => {
    const ofOffice = [
      'StreetOpened',
      'CommunityAdded',
      'AccountOpened',
      'RuleVersionSet',
      'ActivityPublished',
      'NextStepChanged',
    ];
    const untold = Object.keys(CATALOGUE).filter(
      (type) => !ofOffice.includes(type) && !catalogues['zh-Hans'].has(`eventTitle.${type}`),
    );
    expect(untold).toEqual([]);
  });

  it('knows every text the screens ask for by its full name', () => {
    const asked = files.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !catalogues['zh-Hans'].has(key))).toEqual([]);
  });

  it('keeps Chinese out of the components', () => {
    const withChinese = files.filter(
      (path) =>
        path.endsWith('.tsx') &&
        /\p{Script=Han}/u.test(readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
    );
    expect(withChinese).toEqual([]);
  });
});

import type { IncomingMessage } from 'node:http';
import { LANGUAGES, languageOf } from './language.ts';
import { KIT_MESSAGES, textOf } from './messages.ts';

const spoken = (header?: string) =>
  languageOf({ headers: header === undefined ? {} : { 'accept-language': header } } as unknown as IncomingMessage); // all it reads

describe("the reader's language", () => {
  it.each([
    [undefined, 'zh-Hans'],
    ['', 'zh-Hans'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK,en', 'zh-Hant'],
    ['zh-Hant-CN', 'zh-Hant'],
    ['en-GB;q=0.5, zh-MO;q=0.9', 'zh-Hant'],
    ['fr, en;q=0.7', 'en'],
    ['fr', 'zh-Hans'],
    ['en;q=0, zh', 'zh-Hans'],
    ['zh-hansomething', 'zh-Hans'],
  ])('of %s is %s', (header, language) => {
    expect(spoken(header)).toBe(language);
  });
});

describe('messages', () => {
  it('exist in all three languages', () => {
    for (const message of Object.values(KIT_MESSAGES))
      for (const language of LANGUAGES) expect(message[language]).not.toBe('');
  });

  it('take values and leave what has none', () => {
    const catalogue = { members: { 'zh-Hans': '团员 {have} 人，需要 {need} 人', 'zh-Hant': '', en: '' } };
    expect(textOf(catalogue, 'members', 'zh-Hans', { have: 2, need: 3 })).toBe('团员 2 人，需要 3 人');
    expect(textOf(catalogue, 'members', 'zh-Hans', { have: 2 })).toBe('团员 2 人，需要 {need} 人');
    expect(textOf(catalogue, 'toString', 'en')).toBeUndefined();
  });
});

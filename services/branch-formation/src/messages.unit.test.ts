import { MISSING_CODES } from '@qucheng/contracts';
import { messages } from './messages.ts';

const blanks = (text: string | undefined): string[] => (text?.match(/\{\w+\}/g) ?? []).sort();

describe('what this service says', () => {
  it('has a label in three languages for every code of a missing item', () => {
    for (const code of MISSING_CODES) {
      for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const) expect(messages[code]?.[language]).toBeTruthy();
    }
  });

  it('names the same numbers in each language', () => {
    for (const said of Object.values(messages)) {
      expect(blanks(said['zh-Hant'])).toEqual(blanks(said['zh-Hans']));
      expect(blanks(said.en)).toEqual(blanks(said['zh-Hans']));
    }
  });
});

import { freshDatabase } from '@qucheng/testing';
import type { FreshDatabase } from '@qucheng/testing';
import type { EventOf } from '../types.ts';
import { createRuleBook } from './rule-book.ts';

const street = '01J8ZQ7M00DEM0STREET00W0X1';
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase('rule-book');
});
afterAll(() => database.drop());

const setting = (value: number, from: string, n: number) =>
  ({
    streetid: street,
    data: {
      key: 'roster.maxAgeDays',
      value,
      from,
      text: `${String(value)} 天`,
      source: '街道',
      version: `${from}/roster.maxAgeDays#${String(n)}`,
    },
  }) as EventOf<'RuleVersionSet'>; // the parts a rule book reads

describe('the rule book', () => {
  it('holds each setting from its day on, the later one where two share a day, in whatever order they arrive', async () => {
    const book = createRuleBook(database);
    for (const event of [
      setting(60, '2026-06-01', 3),
      setting(120, '2026-06-01', 2),
      setting(30, '2026-03-01', 1),
      setting(60, '2026-06-01', 3),
    ]) {
      await book.reactions.RuleVersionSet(event);
    }
    expect(book.rulesFor(street, '2026-02-28').number('roster.maxAgeDays')).toBe(90);
    expect(book.rulesFor(street, '2026-03-01').number('roster.maxAgeDays')).toBe(30);
    expect(book.rulesFor(street, '2026-12-31').number('roster.maxAgeDays')).toBe(60);
    expect(book.rulesFor(street, '2026-12-31').version).toBe('2026-06-01/roster.maxAgeDays#3');
  });

  it('remembers after a start, and leaves other streets with what holds for all', async () => {
    const book = createRuleBook(database);
    await book.load();
    expect(book.rulesFor(street, '2026-12-31').ref('roster.maxAgeDays')).toMatchObject({
      text: '60 天',
      source: '街道',
    });
    const other = book.rulesFor('01J8ZQ7M00DEM0STREET00W0X2', '2026-12-31');
    expect(other.ref('founding.minimumMembers')).toMatchObject({ source: '团章 2023 第二十二条' });
    expect(() => other.number('made.up')).toThrow('no rule is called made.up');
  });
});

import i18next from 'i18next';
import { addDays, clock, daysBetween, moment, nextWeekday, today } from './dates.ts';
import { LANGUAGES } from './language.ts';

describe('days of the street', () => {
  it('counts the day in Shanghai, not in Greenwich', () => {
    expect(today(new Date('2026-11-22T16:30:00Z'))).toBe('2026-11-23');
  });

  it('adds days across a month and a leap day', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
  });

  it('knows how far two days are apart', () => {
    expect(daysBetween('2026-11-25', '2026-11-23')).toBe(-2);
  });

  it('finds the next Friday, never the same day', () => {
    expect(nextWeekday('2026-11-23', 5)).toBe('2026-11-27');
    expect(nextWeekday('2026-11-27', 5)).toBe('2026-12-04');
  });
});

describe('times of the street', () => {
  it.each(LANGUAGES)('begin a day at 00 in %s', async (lng) => {
    await i18next.init({ lng, resources: {} });
    expect(clock('2026-11-22T16:05:00Z')).toBe('00:05');
  });

  it('carry their day as soon as it is not today', async () => {
    await i18next.init({ lng: 'en', resources: {} });
    expect(moment('2026-11-23T05:50:00Z', new Date('2026-11-23T09:00:00Z'))).toBe('13:50');
    expect(moment('2026-11-23T05:50:00Z', new Date('2026-11-24T00:00:00Z'))).toMatch(/23 Nov.* 13:50/);
  });
});

import { addDays, daysBetween, nextWeekday, today } from './dates.ts';

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

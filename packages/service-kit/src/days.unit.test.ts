import { addDays, addMonths, dayOf, daysBetween, today } from './days.ts';

describe('days of the street', () => {
  it('turn at midnight in Shanghai', () => {
    expect(today(new Date('2026-03-31T15:59:59Z'))).toBe('2026-03-31');
    expect(today(new Date('2026-03-31T16:00:00Z'))).toBe('2026-04-01');
    expect(dayOf('2026-12-31T16:00:00.000Z')).toBe('2027-01-01');
  });

  it('are counted over months and leap years', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
    expect(daysBetween('2026-03-02', '2026-03-01')).toBe(-1);
  });

  it('stay within the month they reach', () => {
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('2027-11-30', 3)).toBe('2028-02-29');
    expect(addMonths('2026-05-15', 12)).toBe('2027-05-15');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  });
});

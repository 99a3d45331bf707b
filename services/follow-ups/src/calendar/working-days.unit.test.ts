import { addWorkingDays, isCovered } from './working-days.ts';

describe('working days of the street', () => {
  it('counts past a weekend', () => {
    expect(addWorkingDays('2026-05-15', 3)).toEqual({ day: '2026-05-20', calendar: 'official' });
  });

  it('counts past the National Day holidays and counts the make-up Saturday', () => {
    expect(addWorkingDays('2026-09-30', 3)).toEqual({ day: '2026-10-10', calendar: 'official' });
  });

  it('counts Monday to Friday in a year without a published arrangement, and says so', () => {
    expect(isCovered(2026)).toBe(true);
    expect(isCovered(2099)).toBe(false);
    expect(addWorkingDays('2099-09-30', 3)).toEqual({ day: '2099-10-05', calendar: 'weekdays' });
  });

  it('says so as well when the count runs over into such a year', () => {
    const lastCovered = Array.from({ length: 100 }, (_, index) => 2026 + index).findLast(isCovered) ?? 2026;
    expect(addWorkingDays(`${lastCovered}-12-30`, 3).calendar).toBe('weekdays');
    expect(addWorkingDays(`${lastCovered}-11-02`, 3).calendar).toBe('official');
  });
});

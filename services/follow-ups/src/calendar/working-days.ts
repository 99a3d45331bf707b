import chineseDays from 'chinese-days';

// A CommonJS package whose names Node cannot see from outside, so they come through its default export.
const { getDayDetail, isWorkday } = chineseDays;

/** `official`: with the State Council's holidays and make-up days. `weekdays`: some year's arrangement was not known yet. */
export type Calendar = 'official' | 'weekdays';

export interface WorkingDay {
  readonly day: string;
  readonly calendar: Calendar;
}

/**
 * The n-th working day after `day`. Years whose holidays are not in the calendar yet are counted Monday to Friday,
 * and the answer says so: next year's arrangement is published only in autumn.
 */
export function addWorkingDays(day: string, count: number): WorkingDay {
  const date = noonOf(day);
  let calendar: Calendar = 'official';
  let left = count;
  while (left > 0) {
    date.setDate(date.getDate() + 1);
    if (!isCovered(date.getFullYear())) calendar = 'weekdays';
    if (isWorkday(date)) left -= 1;
  }
  return { day: formatted(date), calendar };
}

/** National Day is a holiday in every arrangement; where it is an ordinary day, the year is unknown. */
export function isCovered(year: number): boolean {
  return getDayDetail(new Date(year, 9, 1, 12)).name.includes('国庆');
}

// The library reads local fields of a Date, so the date is built from local fields too; noon exists in every zone.
function noonOf(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}

function formatted(date: Date): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

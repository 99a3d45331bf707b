import { currentLanguage, type Language } from './language.ts';

const ZONE = 'Asia/Shanghai';
const LOCALES: Record<Language, string> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-Hant-TW', en: 'en-GB' };
const DAY_MS = 86_400_000;

/** Today's calendar day in the street's zone, `YYYY-MM-DD`. */
export function today(now: Date = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(now);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** 0 Sunday … 6 Saturday */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The next day after `day` that falls on `target` (0 Sunday … 6 Saturday). */
export function nextWeekday(day: string, target: number): string {
  return addDays(day, ((target - weekday(day) + 6) % 7) + 1);
}

function format(value: Date, zone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALES[currentLanguage()], { timeZone: zone, ...options }).format(value);
}

const asDate = (day: string) => new Date(`${day}T00:00:00Z`);

export function monthAndDay(day: string): string {
  const thisYear = day.slice(0, 4) === today().slice(0, 4);
  return format(asDate(day), 'UTC', { ...(thisYear ? {} : { year: 'numeric' }), month: 'short', day: 'numeric' });
}

export function weekdayName(day: string): string {
  return format(asDate(day), 'UTC', { weekday: 'short' });
}

export function clock(instant: string): string {
  return format(new Date(instant), ZONE, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** The clock for a moment of today, with its day before it for any other. */
export function moment(instant: string, now: Date = new Date()): string {
  const day = dayOf(instant);
  return day === today(now) ? clock(instant) : `${monthAndDay(day)} ${clock(instant)}`;
}

export function dayOf(instant: string): string {
  return today(new Date(instant));
}

/** Calendar days of the street, `YYYY-MM-DD` in Asia/Shanghai: UTC+8 all year since 1991. */
const AHEAD_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** The street's day at an instant. */
export function today(now: Date = new Date()): string {
  return new Date(now.getTime() + AHEAD_MS).toISOString().slice(0, 10);
}

/** The street's day of an RFC 3339 instant. */
export function dayOf(instant: string): string {
  return today(new Date(instant));
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day `months` later; the last of the month when there is no such day. */
export function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return date.toISOString().slice(0, 10);
}

/** Days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

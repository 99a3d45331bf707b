/** 贺**: the first character of a name, as a whole even when it is a rare one. */
export function maskName(name: string): string {
  return `${[...name][0] ?? ''}**`;
}

/** 138****0000; a landline keeps its area code and last two digits. */
export function maskPhone(phone: string | null): string | null {
  if (phone === null) return null;
  if (/^1\d{10}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  return `${phone.slice(0, 4)}****${phone.slice(-2)}`;
}

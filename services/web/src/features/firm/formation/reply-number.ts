/** `〔2026〕` in the kinds of brackets people type. */
const YEAR = /[〔[【(（]\s*\d{4}\s*[〕\]】)）]/g;

/** Whether a reply number has its own number, and not only the year it was offered with. */
export function isReplyNumber(text: string): boolean {
  return /[\d一二三四五六七八九十]/.test(text.replace(YEAR, ''));
}

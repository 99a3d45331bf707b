/** Full-width letters, digits and signs as half-width ones; every kind of blank as a space. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '');
}

/** Text as a person meant it: outer blanks gone, inner runs of blanks and line breaks one space. Keeps full-width signs. */
export function tidyText(text: string): string {
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
    .trim();
}

/** For comparing names: half-width, lower case, no blanks at all. */
export function comparisonKey(text: string): string {
  return toHalfWidth(text).replace(/\s+/g, '').toLowerCase();
}

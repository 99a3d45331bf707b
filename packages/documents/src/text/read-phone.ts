import { toHalfWidth } from './tidy-text.ts';

/** A telephone number as somebody wrote it; `several` when a cell held more than one and the first was taken. */
export type WrittenPhone =
  | { readonly certainty: 'exact' | 'several'; readonly phone: string }
  | { readonly certainty: 'unknown' | 'unreadable' };

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^(0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,6})?$/;

/** Reads mainland mobiles with or without +86, dashes and blanks, and landlines with area code and extension. */
export function readPhone(text: string): WrittenPhone {
  const parts = toHalfWidth(text)
    .split(/[/、,;，；]|\s{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0 || parts.every((part) => /^[-—]+$|^(无|不详|未知|n\/a)$/i.test(part)))
    return { certainty: 'unknown' };
  const phones = parts.map(plainPhone).filter((phone) => phone !== undefined);
  const [first] = phones;
  if (first === undefined) return { certainty: 'unreadable' };
  return { certainty: parts.length > 1 ? 'several' : 'exact', phone: first };
}

function plainPhone(part: string): string | undefined {
  const compact = part.replace(/[\s().]/g, '').replace(/^(\+|00)?86-?(?=1)/, '');
  const digits = compact.replace(/-/g, '');
  if (MOBILE.test(digits)) return digits;
  return LANDLINE.test(compact) ? compact : undefined;
}

import { pinyin } from 'pinyin-pro';

/** Longest key: who types more than this has found the firm by then. */
const KEY_LENGTH = 24;

/**
 * What a firm can be found by, as keys for range queries on prefixes: every suffix of the name in Hanzi, in pinyin
 * (from each syllable) and in initials, and the credit code from its start and from its last eight characters.
 */
export function searchKeys(name: string, creditCode: string | null): string[] {
  const folded = fold(name);
  const syllables = pinyin(folded, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).map(fold);
  const keys = new Set<string>();
  for (const [index] of [...folded].entries()) keys.add([...folded].slice(index).join('').slice(0, KEY_LENGTH));
  for (const [index] of syllables.entries()) {
    const rest = syllables.slice(index);
    keys.add(rest.join('').slice(0, KEY_LENGTH));
    keys.add(
      rest
        .map((syllable) => syllable.slice(0, 1))
        .join('')
        .slice(0, KEY_LENGTH),
    );
  }
  if (creditCode !== null) {
    keys.add(fold(creditCode));
    keys.add(fold(creditCode).slice(-8));
  }
  return [...keys].filter((key) => key !== '');
}

/** The words of a search as the keys know them: each must begin one of a firm's keys. */
export function typedWords(typed: string): string[] {
  return typed
    .split(/\s+/u)
    .map((word) => fold(word).slice(0, KEY_LENGTH))
    .filter((word) => word !== '');
}

/** The same folding for what is stored and for what is typed: width, case and blanks do not matter. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()（）·.,，、-]/gu, '');
}

/** For sorting by name as a Chinese reader expects: the whole name in pinyin. */
export function sortName(name: string): string {
  return pinyin(fold(name), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(' ').toLowerCase();
}

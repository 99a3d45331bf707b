const CONSONANTS = 'bdfghkmnprstvz';
const VOWELS = 'aeiou';
const SYLLABLES = 6;

/**
 * A password that can be read out and typed by who hears it: syllables without look-alikes, then digits. 6 syllables of
 * 70 and 4 digits are 50 bits, more than anybody tries at ten a minute. `draw` gives a number from 0 to below its limit.
 */
export function proposePassword(draw: (limit: number) => number = drawSafely): string {
  const letter = (letters: string) => letters.charAt(draw(letters.length));
  const syllables = Array.from({ length: SYLLABLES }, () => letter(CONSONANTS) + letter(VOWELS)).join('');
  const digits = Array.from({ length: 4 }, () => String(draw(10))).join('');
  return [syllables.slice(0, 4), syllables.slice(4, 8), syllables.slice(8), digits].join('-');
}

/** Numbers beyond the last whole multiple are drawn again: otherwise the first letters came more often. */
function drawSafely(limit: number): number {
  const drawn = new Uint32Array(1);
  const beyond = 2 ** 32 - (2 ** 32 % limit);
  let number = beyond;
  while (number >= beyond) [number = beyond] = crypto.getRandomValues(drawn);
  return number % limit;
}

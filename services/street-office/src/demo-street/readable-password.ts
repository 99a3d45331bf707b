import { createHmac } from 'node:crypto';

const WORDS = [
  'canal',
  'lotus',
  'willow',
  'bridge',
  'jasmine',
  'harbor',
  'lantern',
  'maple',
  'orchid',
  'pebble',
  'ripple',
  'sunrise',
  'teapot',
  'violet',
  'wharf',
  'bamboo',
];

/** A password people can read out: made from a seed and an account, so that the same start tells the same one again. */
export function readablePassword(seed: string, account: string): string {
  const bytes = createHmac('sha256', seed).update(account).digest();
  const word = (place: number): string => WORDS[bytes.readUInt8(place) % WORDS.length] ?? 'canal';
  const digits = String(bytes.readUInt32BE(4) % 10_000).padStart(4, '0');
  return `${word(0)}-${word(1)}-${digits}-${word(2)}`;
}

import { randomFillSync } from 'node:crypto';
import { ulid } from 'ulid';

/** An id takes sixteen random bytes; asking the system for each of them alone costs more than all the rest. */
const supply = new Uint8Array(4096);
let used = supply.length;

function nextRandom(): number {
  if (used === supply.length) {
    randomFillSync(supply);
    used = 0;
  }
  const byte = supply[used] ?? 0;
  used += 1;
  return byte / 256;
}

/** A fresh ULID: 26 characters that sort by the millisecond they were made in. */
export function newId(): string {
  return ulid(undefined, nextRandom);
}

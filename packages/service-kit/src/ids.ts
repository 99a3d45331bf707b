import { ulid } from 'ulid';

/** A fresh ULID. */
export function newId(): string {
  return ulid();
}

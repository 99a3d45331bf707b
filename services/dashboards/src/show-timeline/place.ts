interface Placed {
  readonly at: string;
  readonly _id: string;
}

/** A place in a timeline as an opaque cursor. */
export function encodePlace({ at, _id }: Placed): string {
  return Buffer.from(`${at}|${_id}`).toString('base64url');
}

/** undefined for a cursor nobody made here. */
export function decodePlace(cursor: string): readonly [string, string] | undefined {
  const [at, id, ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  return at !== undefined && id !== undefined && rest.length === 0 ? [at, id] : undefined;
}

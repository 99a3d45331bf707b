/** Twelve digits: a stream may hold 999,999,999,999 events before ids stop sorting by version. */
const DIGITS = 12;
/** The character after '9': a range that ends here holds every version and nothing else. */
const AFTER_ALL_DIGITS = ':';

export function commitId(stream: string, version: number): string {
  return `${stream}@${String(version).padStart(DIGITS, '0')}`;
}

/** An id with '@' could reach into another stream's range. */
export function isStreamId(id: string): boolean {
  return id.length > 0 && !id.includes('@');
}

/** Range of `_id`: the commits of a stream that begin after `version`, in order. */
export function commitsAfter(stream: string, version: number): { $gt: string; $lt: string } {
  return { $gt: commitId(stream, version), $lt: `${stream}@${AFTER_ALL_DIGITS}` };
}

/** Range of `_id`: every commit of one kind, from `afterId` on. '.' is the character after '-'. */
export function commitsOfKind(kind: string, afterId = ''): { $gt: string; $lt: string } {
  return { $gt: afterId > `${kind}-` ? afterId : `${kind}-`, $lt: `${kind}.` };
}

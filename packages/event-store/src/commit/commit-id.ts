/** Twelve digits: a stream may hold 999,999,999,999 events before ids stop sorting by version. */
const DIGITS = 12;

/** Two commands that follow the same version get the same id: the unique `_id` lets one of them in. */
export function commitId(stream: string, version: number): string {
  return `${stream}@${String(version).padStart(DIGITS, '0')}`;
}

/** Range of `_id`: every commit of one kind, from `afterId` on. '.' is the character after '-'. */
export function commitsOfKind(kind: string, afterId = ''): { $gt: string; $lt: string } {
  return { $gt: afterId > `${kind}-` ? afterId : `${kind}-`, $lt: `${kind}.` };
}

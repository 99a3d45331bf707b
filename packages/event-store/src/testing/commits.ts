import type { Commit } from '../types.ts';

/** A commit of writer `me` with this number, each in a stream of its own unless said otherwise. */
export function commitAt(seq: number, changed: Partial<Commit> = {}): Commit {
  const stream = `box-${String(seq)}`;
  return {
    _id: `${stream}@000000000001`,
    stream,
    version: 1,
    commandId: `command-${String(seq)}`,
    streetId: 'jianghai',
    at: '2026-09-01T08:00:00.000Z',
    by: 'account-1',
    through: 'web',
    events: [{ type: 'added', data: { what: 'tea' } }],
    writer: 'me',
    seq,
    ...changed,
  };
}

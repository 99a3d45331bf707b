import type { Commit, EventStore } from '../types.ts';

/** Everything in the log, in its stable order. */
export async function allCommits(store: EventStore): Promise<Commit[]> {
  const all: Commit[] = [];
  await store.replay((commits) => {
    all.push(...commits);
    return Promise.resolve();
  });
  return all;
}

/** What consumers that skip repeats see: the first time each commit was published, in that order. */
export function firstTimes(published: readonly Commit[]): Commit[] {
  return [...new Map(published.map((commit) => [commit._id, commit])).values()];
}

/** Breaks of the promise "every stored commit is published, and in version order per stream". Empty when it was kept. */
export function brokenPromises(stored: readonly Commit[], published: readonly Commit[]): string[] {
  const broken: string[] = [];
  const seen = new Set<string>();
  const versions = new Map<string, number>();
  const known = new Set(stored.map(({ _id }) => _id));
  for (const { _id, stream, version, events } of firstTimes(published)) {
    if (!known.has(_id)) broken.push(`${_id} was published but is not stored`);
    if (version !== (versions.get(stream) ?? 0) + 1) broken.push(`${_id} was published out of order`);
    versions.set(stream, version + events.length - 1);
    seen.add(_id);
  }
  for (const { _id } of stored) if (!seen.has(_id)) broken.push(`${_id} was never published`);
  return broken;
}

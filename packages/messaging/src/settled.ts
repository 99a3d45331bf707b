import type { Admin } from 'kafkajs';
import type { Names } from './names.ts';
import { placeId } from './progress.ts';
import type { Place, Progress } from './progress.ts';
import { settings } from './settings.ts';
import { delay, persist } from './waiting.ts';

interface Tools {
  readonly admin: () => Promise<Admin>;
  readonly names: Names;
  readonly progress: Progress;
  readonly stopped: () => boolean;
}

const LOOK_AT_OWN_EVERY = 5;
const ASK_FOR_COMMITTED_EVERY = 100;

/** Waits until the group has applied (this member) or committed (the others) all that is in its topics at the call. */
export async function waitUntilSettled(tools: Tools, group: string, topics: readonly string[]): Promise<void> {
  const { progress, stopped } = tools;
  // An admin client notices only by its next question that its connection was cut.
  const ask = <T>(question: () => Promise<T>): Promise<T> => persist(settings.startWithin, question, { stop: stopped });
  let open = await ask(() => ends(tools, topics));
  for (let nextAsk = 0; ;) {
    open = open.filter(({ end, ...place }) => (progress.position(place) ?? 0) < end);
    if (open.length === 0) return;
    if (stopped()) throw new Error(`The consumer of ${group} was stopped before it had settled`);
    await delay(LOOK_AT_OWN_EVERY);
    if (Date.now() < nextAsk) continue;
    nextAsk = Date.now() + ASK_FOR_COMMITTED_EVERY;
    const committed = await ask(() => committedOffsets(tools, group, topics));
    open = open.filter(({ end, ...place }) => (committed.get(placeId(place)) ?? 0) < end);
  }
}

async function ends({ admin, names }: Tools, topics: readonly string[]): Promise<(Place & { readonly end: number })[]> {
  const connected = await admin();
  const perTopic = await Promise.all(
    topics.map(async (topic) => {
      const partitions = await connected.fetchTopicOffsets(names.topic(topic));
      return partitions.flatMap(({ partition, high, low }) =>
        high === low ? [] : [{ topic, partition, end: Number(high) }],
      );
    }),
  );
  return perTopic.flat();
}

async function committedOffsets({ admin, names }: Tools, group: string, topics: readonly string[]) {
  const answer = await (
    await admin()
  ).fetchOffsets({ groupId: names.group(group), topics: topics.map((topic) => names.topic(topic)) });
  return new Map(
    answer.flatMap(({ topic, partitions }) =>
      partitions.map(({ partition, offset }) => {
        const place = { topic: names.withoutPrefix(topic), partition };
        return [placeId(place), Number(offset)] as const;
      }),
    ),
  );
}

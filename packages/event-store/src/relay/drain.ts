import type { mongo } from 'mongoose';
import type { WriterDocument } from '../collections.ts';
import type { Commit, EventStoreOptions } from '../types.ts';
import { within } from '../within.ts';
import type { Publisher } from './publish-in-order.ts';
import type { Watermark, Writers } from './writers.ts';

const PAGE = 256;
const ANSWER_WITHIN_MS = 5000;

/** The numbers between two commits read in order: lost races, or inserts still under way. */
export function missingNumbers(published: number, seen: readonly number[]): number[] {
  const missing: number[] = [];
  let expected = published + 1;
  for (const seq of seen) {
    for (; expected < seq; expected += 1) missing.push(expected);
    expected = seq + 1;
  }
  return missing;
}

/**
 * The watermark after publishing `seen` (ascending). A writer sends a group only when the one before is settled, and a
 * group holds at most `flushLimit` commits: so a number missing further back than that was lost for good, while a
 * nearer one may belong to an insert still under way and stays in doubt.
 */
export function afterDraining(before: Watermark, seen: readonly number[], flushLimit: number): Watermark {
  const newer = seen.filter((seq) => seq > before.published);
  const published = newer.at(-1) ?? before.published;
  const found = new Set(seen);
  const doubtful = [...before.doubtful, ...missingNumbers(before.published, newer)].filter(
    (seq) => !found.has(seq) && seq > published - flushLimit,
  );
  return { published, doubtful };
}

/** Commits of a writer that are not published yet, oldest first, at most a page of new ones. */
export async function readUnpublished(
  commits: mongo.Collection<Commit>,
  writer: string,
  { published, doubtful }: Watermark,
): Promise<Commit[]> {
  const page = await readAfter(commits, writer, published);
  // Read after the page: what was settled before the newest commit of the page was sent is visible now.
  const absent = [
    ...doubtful,
    ...missingNumbers(
      published,
      page.map(({ seq }) => seq),
    ),
  ];
  if (absent.length === 0) return page;
  const late = await within(ANSWER_WITHIN_MS, commits.find({ writer, seq: { $in: absent } }).toArray());
  return [...late, ...page].sort((a, b) => a.seq - b.seq);
}

// A window of numbers, because a limit alone does not keep every server from reading the whole rest.
async function readAfter(commits: mongo.Collection<Commit>, writer: string, after: number): Promise<Commit[]> {
  const inOrder = (seq: { $gt: number; $lte?: number }): Promise<Commit[]> =>
    within(ANSWER_WITHIN_MS, commits.find({ writer, seq }).sort({ seq: 1 }).limit(PAGE).toArray());
  const page = await inOrder({ $gt: after, $lte: after + PAGE });
  return page.length > 0 ? page : inOrder({ $gt: after });
}

/** Publishes what a claimed writer left behind, then gives the claim back. Ends early when the claim is lost. */
export async function drain(
  claimed: WriterDocument,
  parts: {
    readonly owner: string;
    readonly commits: mongo.Collection<Commit>;
    readonly writers: Writers;
    readonly publisher: Publisher;
    readonly present: (commit: Commit) => Commit;
    readonly leaseMs: number;
    readonly wanted: () => boolean;
    readonly log: EventStoreOptions['log'];
  },
): Promise<void> {
  const { owner, writers, publisher, log } = parts;
  const name = claimed._id;
  let mark: Watermark = { published: claimed.published, doubtful: claimed.doubtful };
  let held = Promise.resolve(true);
  let lost = false;
  const wanted = (): boolean => !lost && parts.wanted();
  // One after the other: an older watermark must not overtake a newer one on its way to the database.
  const save = async (): Promise<void> => {
    held = held.catch(() => true).then(() => writers.advance(name, owner, mark));
    if (!(await held)) lost = true;
  };
  // Publishing may take long (no broker, a commit to wait for): the claim must not lapse meanwhile.
  const renewal = setInterval(() => {
    save().catch((error: unknown) => {
      log.warn({ err: error, writer: name }, 'the claim on a closed writer could not be renewed');
    });
  }, parts.leaseMs / 3);
  try {
    while (wanted()) {
      const found = await readUnpublished(parts.commits, name, mark);
      if (found.length === 0) break;
      let published = 0;
      // Saved after every part, not at the end: what blocks the next part may itself be waiting for this one.
      await publisher.publish(found.map(parts.present), wanted, async (_, count) => {
        const seen = found.slice(published, published + count).map(({ seq }) => seq);
        published += count;
        mark = afterDraining(mark, seen, claimed.flushLimit);
        await save();
      });
      log.info({ writer: name, commits: published }, 'published what a silent writer had left behind');
    }
  } finally {
    clearInterval(renewal);
    await writers.release(name, owner);
  }
}

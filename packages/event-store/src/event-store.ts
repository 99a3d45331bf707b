import { commitsOfKind } from './commit/commit-id.ts';
import { createGroupCommit } from './commit/group-commit.ts';
import { insertCommits } from './commit/insert-commits.ts';
import { stamp } from './commit/stamp.ts';
import type { Draft } from './commit/stamp.ts';
import { createIndexes, openCollections } from './collections.ts';
import { createKinds } from './kinds.ts';
import { openRelay } from './relay/open-relay.ts';
import { oneAtATime } from './state/one-at-a-time.ts';
import { createReads } from './state/reads.ts';
import { createStandings } from './state/standings.ts';
import { createStateCache } from './state/state-cache.ts';
import { createStateDocuments } from './state/state-documents.ts';
import { createStreams } from './streams.ts';
import { StoreUnavailable } from './types.ts';
import type { Commit, EventStore, EventStoreOptions } from './types.ts';

const COMMANDS_AT_ONCE = 10_000;
const STOP_WITHIN_MS = 8000;
const REPLAY_PAGE = 500;

/**
 * The log of accepted commands of one service, in the database of `connection`, with its relay. README.md tells the
 * protocol. Register every kind with `streams()` before `start()`: the relay needs their upcasts.
 */
export function createEventStore(options: EventStoreOptions): EventStore {
  const { connection, log, flushLimit = 256, leaseMs = 5000, cacheLimit = 20_000, checkpoint } = options;
  const collections = openCollections(connection);
  const { commits } = collections;
  const reads = createReads(collections);
  const kinds = createKinds();
  const cache = createStateCache(cacheLimit);
  const documents = createStateDocuments({ connection, states: collections.states, log, checkpoint });
  const relay = openRelay({ ...options, collections, kinds, flushLimit, leaseMs });
  const inLine = oneAtATime();
  let running = false;
  let commands = 0;

  const groups = createGroupCommit<Draft>({
    limit: flushLimit,
    log,
    checkpoint,
    stamp: async (drafts) => stamp(drafts, await relay.take(drafts.length), relay.isPublished),
    insert: (batch) => insertCommits(commits, batch),
    onStored: (stored) => {
      relay.accept(stored);
      tellProjections(stored);
    },
  });

  function tellProjections(stored: readonly Commit[]): void {
    try {
      options.onCommitted?.(stored);
    } catch (error) {
      log.error({ err: error }, 'onCommitted threw; the projection has to be healed from the log');
    }
  }

  async function inTurn<T>(stream: string, work: () => Promise<T>): Promise<T> {
    if (!running) throw new StoreUnavailable('the store is not running');
    if (commands >= COMMANDS_AT_ONCE) throw new StoreUnavailable('too many commands are waiting');
    commands += 1;
    try {
      return await inLine(stream, work);
    } finally {
      commands -= 1;
    }
  }

  return {
    start: async () => {
      await createIndexes(collections);
      await relay.start();
      documents.start();
      running = true;
    },
    stop: async () => {
      running = false;
      const deadline = setTimeout(() => {
        groups.abort();
        relay.abort();
      }, STOP_WITHIN_MS);
      await groups.idle();
      await relay.stop();
      clearTimeout(deadline);
      groups.abort();
      await documents.stop();
    },
    streams: (kind) => {
      kinds.register(kind);
      const standings = createStandings({ kind, reads, documents, cache });
      return createStreams({ kind, standings, reads, kinds, store: groups.add, inTurn });
    },
    settled: async () => {
      await groups.idle();
      await relay.settled();
    },
    replay: async (handle, { kind, afterId = '', limit = REPLAY_PAGE } = {}) => {
      // One cursor for everything: not every server can start in the middle of `_id` without reading from its start.
      const range = kind === undefined ? { $gt: afterId } : commitsOfKind(kind, afterId);
      let page: Commit[] = [];
      for await (const commit of commits.find({ _id: range }).sort({ _id: 1 }).batchSize(limit)) {
        page.push(kinds.present(commit));
        if (page.length < limit) continue;
        await handle(page);
        page = [];
      }
      if (page.length > 0) await handle(page);
    },
    health: relay.health,
  };
}

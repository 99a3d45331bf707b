import type { Commit } from '../types.ts';
import { silentLog } from '../testing/open-store.ts';
import { commitAt } from '../testing/commits.ts';
import { createMarks } from './marks.ts';
import { createPublisher } from './publish-in-order.ts';
import { createRelay } from './relay.ts';
import type { Writers } from './writers.ts';

const unused = () => Promise.reject(new Error('not part of this test'));

function publisherOver(publish: (commits: readonly Commit[]) => Promise<void>, marksOfOthers: number[] = []) {
  let asked = 0;
  const writers: Writers = {
    register: unused,
    advance: unused,
    claim: unused,
    release: unused,
    remove: unused,
    lapsed: unused,
    // Each time it is asked, the other writer has come as far as the next number of the list.
    find: (_id) => {
      const published = marksOfOthers[Math.min(asked, marksOfOthers.length - 1)] ?? 0;
      asked += 1;
      const lease = { leaseUntil: new Date(), closedAt: null, flushLimit: 256 };
      return Promise.resolve({ _id, owner: _id, published, doubtful: [], ...lease });
    },
  };
  return createPublisher({ publish, marks: createMarks(writers), onWaitingForClosed: () => undefined, log: silentLog });
}

describe('the relay', () => {
  it('publishes in order and moves the mark after the acknowledgement', async () => {
    const steps: string[] = [];
    const publisher = publisherOver((commits) => {
      steps.push(`published ${commits.map(({ seq }) => seq).join()}`);
      return Promise.resolve();
    });
    const relay = createRelay({
      publisher,
      log: silentLog,
      read: unused,
      onPublished: ({ seq }) => steps.push(`marked ${String(seq)}`),
    });
    relay.accept([commitAt(1), commitAt(2)]);
    await relay.idle();
    expect(steps).toEqual(['published 1,2', 'marked 2']);
  });

  it('tries again until the broker acknowledges', async () => {
    let failures = 2;
    const publisher = publisherOver(() =>
      failures-- > 0 ? Promise.reject(new Error('no broker')) : Promise.resolve(),
    );
    const marked: number[] = [];
    const relay = createRelay({
      publisher,
      log: silentLog,
      read: unused,
      onPublished: ({ seq }) => marked.push(seq),
    });
    relay.accept([commitAt(1)]);
    expect(relay.unpublished()).toBe(1);
    await relay.idle();
    expect(marked).toEqual([1]);
    expect(publisher.health.lastFailed).toBe(false);
  });

  it('publishes what is free and waits for the commit of another writer before the rest', async () => {
    const parts: number[][] = [];
    const publisher = publisherOver(
      (commits) => {
        parts.push(commits.map(({ seq }) => seq));
        return Promise.resolve();
      },
      [3, 7, 8],
    );
    const relay = createRelay({ publisher, log: silentLog, read: unused, onPublished: () => undefined });
    relay.accept([commitAt(1), commitAt(2, { after: { writer: 'other', seq: 8 } }), commitAt(3)]);
    await relay.idle();
    expect(parts).toEqual([[1], [2, 3]]);
  });

  it('keeps a bounded number of commits in memory and reads the rest back', async () => {
    const stored = Array.from({ length: 25_000 }, (_, index) => commitAt(index + 1));
    const seen: number[] = [];
    let release: () => void = () => undefined;
    const brokerIsBack = new Promise<void>((resolve) => (release = resolve));
    const publisher = publisherOver(async (commits) => {
      await brokerIsBack;
      seen.push(...commits.map(({ seq }) => seq));
    });
    let readBack = 0;
    const relay = createRelay({
      publisher,
      log: silentLog,
      onPublished: () => undefined,
      read: (_, after, upTo) => {
        const page = stored.filter(({ seq }) => seq > after && seq <= upTo);
        readBack += page.length;
        return Promise.resolve(page);
      },
    });
    for (let start = 0; start < stored.length; start += 250) relay.accept(stored.slice(start, start + 250));
    expect(relay.unpublished()).toBe(25_000);
    release();
    await relay.idle();
    expect(seen).toEqual(stored.map(({ seq }) => seq));
    expect(readBack).toBe(15_000);
  });
});

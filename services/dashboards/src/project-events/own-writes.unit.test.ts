import { EVENT_TYPES, eventsFor } from '@qucheng/contracts';
import { visited, FIRM } from '../testing/facts.ts';
import { createAppliedVersions } from './applied-versions.ts';
import { createOwnWrites } from './own-writes.ts';

const ENDLESS_MS = 3_600_000;

function given(seen: Readonly<Record<string, number>> = {}) {
  const asked: string[] = [];
  const applied = createAppliedVersions(() => undefined);
  const awaitOwnWrites = createOwnWrites({
    applied,
    patienceMs: ENDLESS_MS,
    load: (ids) => {
      asked.push(...ids);
      return Promise.resolve([{ seen }]);
    },
  });
  return { asked, applied, awaitOwnWrites };
}

describe('who waits for their own write', () => {
  it('goes on when it has arrived', async () => {
    const { applied, awaitOwnWrites } = given();
    const answer = awaitOwnWrites(`visits-${FIRM}@2`);
    applied.note([visited(2, '2026-11-06')]);
    await answer;
  });

  it('does not wait for streams that are never told here', async () => {
    const { asked, awaitOwnWrites } = given();
    await awaitOwnWrites(`import-${FIRM}@3,nonsense`);
    expect(asked).toEqual([]);
  });

  it('does not wait for what was written to the firm’s card long ago', async () => {
    const { awaitOwnWrites } = given({ visits: 4 });
    await awaitOwnWrites(`visits-${FIRM}@4`);
  });

  it('hears of every event there is, so that no version of a stream stays out for ever', () => {
    expect(eventsFor('dashboards')).toEqual(EVENT_TYPES);
  });

  it('asks the store only when it does not remember the stream', async () => {
    const { asked, applied, awaitOwnWrites } = given();
    applied.note([visited(2, '2026-11-06')]);
    await awaitOwnWrites(`visits-${FIRM}@2`);
    expect(asked).toEqual([]);
  });

  it('waits no longer than it has patience', async () => {
    const applied = createAppliedVersions(() => undefined);
    await createOwnWrites({ applied, patienceMs: 1, load: () => Promise.resolve([]) })(`visits-${FIRM}@2`);
    expect(applied.isAwaited(`visits-${FIRM}`)).toBe(false);
  });
});

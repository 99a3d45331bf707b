import { createTidying } from './tidy-at-rest.ts';

describe('a process that comes to rest', () => {
  interface Between {
    /** CPU used before the look, s. */
    readonly cpu: number;
    /** Memory taken before the look, MB. */
    readonly memory?: number;
  }
  const resting: Between = { cpu: 0.1 };
  const working: Between = { cpu: 3, memory: 40 };

  /** Says at which looks garbage was collected; a collection gives 5 MB back. */
  function collectionsAfter(...between: readonly Between[]): number[] {
    let [cpu, memory] = [2, 150];
    let looks = 0;
    const collections: number[] = [];
    const tidying = createTidying({
      cpu: () => cpu,
      memory: () => memory,
      collect: () => {
        collections.push(looks);
        cpu += 0.04;
        memory -= 5;
      },
    });
    for (const each of between) {
      cpu += each.cpu;
      memory += each.memory ?? 0;
      tidying.look();
      looks += 1;
    }
    return collections;
  }

  it('tidies up after its start, three times, and then leaves it at that', () => {
    expect(collectionsAfter(resting, resting, resting, resting, resting)).toEqual([0, 1, 2]);
  });

  it('waits until the work is done', () => {
    expect(collectionsAfter(working, working, { cpu: 0.6 }, resting, resting, resting, resting)).toEqual([3, 4, 5]);
  });

  it('goes on after an interruption', () => {
    expect(collectionsAfter(resting, { cpu: 0.6 }, resting, resting, resting)).toEqual([0, 2, 3]);
  });

  it('begins anew once work has taken memory again, and not before', () => {
    const started = [resting, resting, resting];
    expect(collectionsAfter(...started, { cpu: 3, memory: 9 }, resting, resting)).toEqual([0, 1, 2]);
    expect(collectionsAfter(...started, working, resting, resting, resting, resting)).toEqual([0, 1, 2, 4, 5, 6]);
  });
});

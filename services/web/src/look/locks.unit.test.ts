import { STAGES as CONTRACT_STAGES } from '@qucheng/contracts';
import { LOCKS, locksOf, STAGES } from './locks.ts';

describe('the channel of a firm', () => {
  it('knows the stages of the contracts, in their order', () => {
    expect(STAGES).toEqual(CONTRACT_STAGES);
  });

  it('has a lock for every stage up to the formed branch', () => {
    expect(LOCKS.flatMap(({ stages }) => [...stages])).toEqual(CONTRACT_STAGES.slice(0, -1));
  });

  it('fills the locks whose guard holds and shows how far the next one is', () => {
    const locks = locksOf({
      filled: ['surveyed', 'visited', 'activityCovered', 'liaisonNamed'],
      towards: 'rosterVerified',
      missing: [{ have: 2, need: 3 }],
    });
    expect(locks.map(({ state }) => state)).toEqual([
      'full',
      'full',
      'full',
      'full',
      'now',
      'empty',
      'empty',
      'empty',
      'goal',
    ]);
    expect(locks[4]).toMatchObject({ level: 2 / 3, count: { have: 2, need: 3 } });
  });

  it('lets an activity come before the first visit', () => {
    const locks = locksOf({ filled: ['surveyed', 'activityCovered'], towards: 'visited', missing: [] });
    expect(locks.slice(0, 3).map(({ state }) => state)).toEqual(['full', 'now', 'full']);
  });

  it('is half full between the reply and the election', () => {
    const locks = locksOf({ filled: STAGES.slice(0, 8), towards: 'elected', missing: [] });
    expect(locks[7]).toMatchObject({ state: 'now', level: 0.5 });
  });

  it('never shows a full lock before the last thing is there, nor an untouched one that is being worked on', () => {
    expect(
      locksOf({ filled: ['surveyed'], towards: 'visited', missing: [{ have: 99, need: 100 }] })[1]?.level,
    ).toBeLessThan(1);
    expect(
      locksOf({ filled: ['surveyed'], towards: 'visited', missing: [{ have: 0, need: 3 }] })[1]?.level,
    ).toBeGreaterThan(0);
  });

  it('works on the stage of the first missing item, however far the goal is', () => {
    const locks = locksOf({
      filled: ['surveyed'],
      towards: 'ready',
      missing: [{ stage: 'visited' }, { stage: 'activityCovered', have: 0, need: 1 }],
    });
    expect(locks.map(({ state }) => state)).toEqual([
      'full',
      'now',
      'empty',
      'empty',
      'empty',
      'empty',
      'empty',
      'empty',
      'goal',
    ]);
  });

  it('goes past what only helps once the roster is verified', () => {
    const locks = locksOf({
      filled: ['surveyed', 'visited', 'rosterVerified'],
      towards: 'ready',
      missing: [{ have: 2, need: 3 }],
    });
    expect(locks.find(({ state }) => state === 'now')?.name).toBe('ready');
  });

  it('does not take a number that must fall for progress', () => {
    const locks = locksOf({
      filled: [],
      towards: 'rosterVerified',
      missing: [{ stage: 'rosterVerified', have: 104, need: 90 }],
    });
    expect(locks.find(({ state }) => state === 'now')).toMatchObject({ level: 0.14, count: null });
  });

  it('turns red only for a formed branch', () => {
    const locks = locksOf({ filled: [...STAGES].slice(0, 10), towards: 'operating', missing: [] });
    expect(locks[locks.length - 1]?.state).toBe('formed');
    expect(locks.filter(({ state }) => state === 'formed')).toHaveLength(1);
  });
});

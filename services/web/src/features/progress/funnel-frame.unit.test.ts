import type { FunnelView } from '../../requests/shapes.ts';
import { isFunnel, percent, reachesOf } from './funnel-frame.ts';

const step = (stage: FunnelView['steps'][number]['stage'], reached: number) => ({
  stage,
  here: 0,
  reached,
  enteredThisMonth: 0,
  medianDays: null,
  listUrl: `/firms?reached=${stage}`,
});

describe('the figures of the funnel', () => {
  it('picks the six reaches in the order of the road', () => {
    const funnel = {
      steps: [step('formed', 1), step('surveyed', 9), step('elected', 2), step('visited', 5)],
    } as FunnelView; // the other figures play no part here
    expect(reachesOf(funnel).map(({ stage }) => stage)).toEqual(['surveyed', 'visited', 'formed']);
  });

  it('ignores frames of another kind', () => {
    expect(isFunnel({ heartbeat: true })).toBe(false);
    expect(isFunnel(null)).toBe(false);
    expect(isFunnel({ steps: [], total: 0 })).toBe(true);
  });

  it('never shows a share of nothing', () => {
    expect(percent(0, 0)).toBe('—');
    expect(percent(37, 60)).toBe('61.7%');
  });
});

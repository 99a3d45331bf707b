import { testScope } from '@qucheng/testing';
import type { Scope } from '../types.ts';
import { inReach } from './scope.ts';

const cadre: Scope = { ...testScope({ role: 'cadre', communityIds: ['north', 'south'] }), token: '' };

describe('what lies within reach', () => {
  it.each([
    ['street', 'west', true],
    ['communities', 'north', true],
    ['communities', 'west', false],
    ['communities', null, true],
    ['firm', 'north', false],
    ['sums', 'north', false],
  ] as const)('of an action that reaches %s, of community %s: %s', (reach, community, within) => {
    expect(inReach(cadre, reach, community)).toBe(within);
  });

  it('is the whole street for an account without communities of its own', () => {
    expect(inReach({ ...cadre, communityIds: null }, 'communities', 'west')).toBe(true);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesWith } from '../testing/road.ts';
import { evolve, formationKind } from './formation.ts';
import type { FormationEvent } from './formation-events.ts';
import { standing } from './stage.ts';

// Written once, as it was stored in 2026, and never changed: today's code has to read it for as long as offices keep it.
const stored = JSON.parse(readFileSync(join(__dirname, 'stored-life-2026.json'), 'utf8')) as FormationEvent[];

describe('a life stored in 2026', () => {
  it('still reads as the branch it became', () => {
    const formation = stored.reduce(evolve, formationKind.initial);
    expect(standing(formation, rulesWith(), '2027-06-01')).toMatchObject({
      stage: 'formed',
      towards: null,
      missing: [],
    });
    expect(formation.branch).toMatchObject({ formedOn: '2026-11-23', committee: { termTo: '2029-11-23' } });
    expect(formation.application?.status).toBe('approved');
  });

  it('tells of every kind of event', () => {
    expect(new Set(stored.map(({ type }) => type)).size).toBe(18);
  });
});

import { EVENT_TYPES, Id, CATALOGUE } from '@qucheng/contracts';
import { given } from '@qucheng/testing';
import { cameDue, done, scheduled, snoozed } from './follow-up-examples.ts';
import { followUpIdFor } from './follow-up-id.ts';
import { dueMoment, followUpKind, leavingTheService } from './follow-up.ts';

describe('a follow-up', () => {
  it('opens again with its new day when it is snoozed after coming due', () => {
    const { state } = given(followUpKind, scheduled(), cameDue(), snoozed('2026-06-01'));
    expect(state).toMatchObject({ status: 'open', dueOn: '2026-06-01' });
  });

  it('reminds at the hour of the rule in Asia/Shanghai', () => {
    expect(dueMoment('2026-05-20', 9).toISOString()).toBe('2026-05-20T01:00:00.000Z');
  });

  it('leaves the service as the contract has it, without the note an old one may hold', () => {
    const withNote = {
      type: 'FollowUpDone',
      data: { ...done().data, how: 'byHand', on: '2026-05-18', note: 'x' },
    } as const;
    for (const event of [scheduled(), cameDue(), withNote, snoozed('2026-06-01')]) {
      const { type, data } = leavingTheService(event);
      expect(EVENT_TYPES).toContain(type);
      expect(CATALOGUE[type].schema.parse(data)).toEqual(data);
    }
  });

  it('gets the same well-formed id from the same event, another from another', () => {
    const first = followUpIdFor('visits-01HE0000000000000000000001@1');
    expect(Id.safeParse(first).success).toBe(true);
    expect(followUpIdFor('visits-01HE0000000000000000000001@1')).toBe(first);
    expect(followUpIdFor('visits-01HE0000000000000000000001@2')).not.toBe(first);
  });
});

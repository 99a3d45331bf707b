import type { FollowUpItem } from '../../requests/shapes.ts';
import { countOf, groupFollowUps } from './groups.ts';

const item = (dueOn: string, status: FollowUpItem['status'] = 'open'): FollowUpItem => ({
  followUpId: dueOn,
  version: 1,
  enterpriseId: 'E',
  enterpriseName: 'E',
  kind: 'promise',
  promise: null,
  because: '',
  dueOn,
  status,
  daysLate: 0,
  assigneeId: null,
});

describe('the day of a cadre', () => {
  it('puts late before due before later', () => {
    const groups = groupFollowUps(
      ['2026-11-24', '2026-11-20', '2026-11-30', '2026-11-23', '2026-11-18'].map((day) => item(day)),
      '2026-11-23',
    );
    expect(groups.late.map(({ dueOn }) => dueOn)).toEqual(['2026-11-18', '2026-11-20']);
    expect(groups.due.map(({ dueOn }) => dueOn)).toEqual(['2026-11-23', '2026-11-24']);
    expect(groups.later.map(({ dueOn }) => dueOn)).toEqual(['2026-11-30']);
  });

  it('leaves out what is done', () => {
    expect(groupFollowUps([item('2026-11-20', 'done')], '2026-11-23').late).toEqual([]);
  });

  it('counts what is at hand, and says of the last group when more is to come', () => {
    const groups = groupFollowUps(
      ['2026-11-18', '2026-11-20', '2026-11-23'].map((day) => item(day)),
      '2026-11-23',
    );
    expect([countOf(groups, 'late', true), countOf(groups, 'due', true)]).toEqual(['2', '1+']);
    expect([countOf(groups, 'late', false), countOf(groups, 'due', false)]).toEqual(['2', '1']);
    expect(countOf({ late: [], due: [], later: [] }, 'late', false)).toBe('0');
  });
});

import type { TimelineEntry } from '../../requests/shapes.ts';
import { toldTimeline } from './told-timeline.ts';

let n = 0;
const entry = (type: string, at: string, data: Record<string, unknown> = {}): TimelineEntry => ({
  eventId: `${type}@${String(n++)}`,
  type,
  at: `2026-11-23T${at}Z`,
  on: '2026-11-23',
  by: 'A',
  through: 'web',
  data,
});

describe('the story of a firm', () => {
  it('puts the stage beside what led to it', () => {
    const told = toldTimeline([
      entry('StageAdvanced', '06:00:01', { to: 'visited' }),
      entry('VisitLogged', '06:00:00'),
    ]);
    expect(told.map(({ entry: { type }, stage }) => [type, stage])).toEqual([['VisitLogged', 'visited']]);
  });

  it('does not credit a promise with a stage', () => {
    const told = toldTimeline([
      entry('StageAdvanced', '06:00:02', { to: 'visited' }),
      entry('FollowUpScheduled', '06:00:01'),
      entry('VisitLogged', '06:00:00'),
    ]);
    expect(told.map(({ entry: { type }, stage }) => [type, stage])).toEqual([
      ['FollowUpScheduled', null],
      ['VisitLogged', 'visited'],
    ]);
  });

  it('keeps a stage that nothing nearby explains as a line of its own', () => {
    const told = toldTimeline([
      entry('StageAdvanced', '09:00:00', { to: 'visited' }),
      entry('VisitLogged', '06:00:00'),
    ]);
    expect(told.map(({ entry: { type } }) => type)).toEqual(['StageAdvanced', 'VisitLogged']);
    expect(toldTimeline([entry('StageAdvanced', '09:00:00', { to: 'visited' })])).toHaveLength(1);
  });

  it('counts people who were registered one after the other', () => {
    const told = toldTimeline([
      entry('YoungEmployeeRegistered', '06:03:00'),
      entry('YoungEmployeeRegistered', '06:02:00'),
      entry('YoungEmployeeRegistered', '06:01:00'),
    ]);
    expect(told).toMatchObject([{ times: 3 }]);
  });

  it('does not mix members with people who turned out not to be', () => {
    const told = toldTimeline([
      entry('MemberVerified', '06:03:00', { result: 'member' }),
      entry('MemberVerified', '06:02:00', { result: 'notMember' }),
    ]);
    expect(told).toHaveLength(2);
  });

  it('tells a covered firm once, with all who came and that it was the first time', () => {
    const told = toldTimeline([
      entry('EnterpriseCovered', '06:03:00', { activityId: 'A', people: 2, firstTime: false }),
      entry('AttendanceRecorded', '06:02:59', { activityId: 'A' }),
      entry('EnterpriseCovered', '06:02:00', { activityId: 'A', people: 1, firstTime: true }),
      entry('AttendanceRecorded', '06:01:59', { activityId: 'A' }),
    ]);
    expect(told).toMatchObject([
      { entry: { type: 'EnterpriseCovered', data: { people: 2, firstTime: true } }, times: 1 },
      { entry: { type: 'AttendanceRecorded' }, times: 2 },
    ]);
  });

  it('leaves bookkeeping out', () => {
    expect(toldTimeline([entry('NextStepChanged', '06:00:00')])).toEqual([]);
  });
});

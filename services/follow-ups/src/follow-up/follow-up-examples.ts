import type { FollowUpEvent } from './follow-up.ts';

// Examples for the tests of this service: thanking a firm whose people came for the first time.
export const followUpId = '01HF0000000000000000000001';
export const firm = '01HE0000000000000000000001';
export const owner = '01HA0000000000000000000001';

type Scheduled = Extract<FollowUpEvent, { type: 'FollowUpScheduled' }>;
export const scheduled = (changes: Partial<Scheduled['data']> = {}): Scheduled => ({
  type: 'FollowUpScheduled',
  data: {
    followUpId,
    enterpriseId: firm,
    kind: 'thankAndVisit',
    cause: { eventId: 'coverage-01HE0000000000000000000001@1', code: 'firstTimeCovered' },
    promise: null,
    dueOn: '2026-05-20',
    assigneeId: owner,
    since: '2026-05-15',
    calendar: 'official',
    ...changes,
  },
});
export const cameDue = (at = '2026-05-20T01:00:00.000Z'): FollowUpEvent => ({
  type: 'FollowUpCameDue',
  data: { followUpId, enterpriseId: firm, assigneeId: owner, at },
});
export const done = (how: 'byHand' | 'byVisit' = 'byHand', on = '2026-05-18'): FollowUpEvent => ({
  type: 'FollowUpDone',
  data: { followUpId, enterpriseId: firm, how, on },
});
export const snoozed = (dueOn: string): FollowUpEvent => ({
  type: 'FollowUpSnoozed',
  data: { followUpId, enterpriseId: firm, dueOn },
});

import { attended, FIRM, fact, NOBODY_COUNTED, promised, registered, STREET, visited } from '../testing/facts.ts';
import { timelineEntry } from './timeline-entry.ts';

const PERSON = '01J0000000000000000000PERS';
const about = { enterpriseId: FIRM, personId: PERSON };
const on = '2026-11-06';

const ABOUT_PEOPLE = [
  fact('YoungEmployeeRegistered', `roster-${FIRM}`, 1, {
    ...about,
    birthYear: 1999,
    status: 'memberClaimed',
    consentOn: on,
  }),
  fact('MemberVerified', `roster-${FIRM}`, 2, { ...about, method: 'certificate', result: 'member', on }),
  fact('YoungEmployeeLeft', `roster-${FIRM}`, 3, { ...about, on }),
  fact('SignUpMade', 'activity-A', 1, { ...about, activityId: FIRM, waiting: false }),
  fact('SignUpCancelled', 'activity-A', 2, { ...about, activityId: FIRM }),
  fact('AttendanceRecorded', 'activity-A', 3, { ...about, activityId: FIRM, method: 'qr', on }),
  fact('LiaisonNamed', `formation-${FIRM}`, 1, { ...about, on }),
  visited(1, on, FIRM, { metWith: { post: '店长', personId: PERSON } }),
  fact('FoundingApplied', `formation-${FIRM}`, 2, {
    enterpriseId: FIRM,
    applicationId: FIRM,
    enterpriseIds: [FIRM],
    form: 'branch',
    candidates: [{ post: 'secretary', personId: PERSON }],
    members: 3,
    le35: 20,
    on,
  }),
  fact('ElectionHeld', `formation-${FIRM}`, 3, {
    enterpriseId: FIRM,
    branchId: FIRM,
    due: 3,
    present: 3,
    ballots: { sent: 3, returned: 3, valid: 3 },
    elected: [{ post: 'secretary', personId: PERSON, votes: 3 }],
    on,
  }),
];

describe('an entry of a timeline', () => {
  it.each(ABOUT_PEOPLE.map((event) => [event.type, event] as const))('of %s says nothing of who it was', (_, event) => {
    expect(JSON.stringify(timelineEntry(event))).not.toMatch(/personId|birthYear|01J0000000000000000000PERS/);
  });

  it('keeps what a reader is told', () => {
    expect(timelineEntry(registered())?.data).toMatchObject({ source: { kind: 'typed' } });
    expect(ABOUT_PEOPLE.map((event) => timelineEntry(event)?.data)).toMatchObject([
      { status: 'memberClaimed' },
      { method: 'certificate', result: 'member' },
      {},
      { activityId: FIRM },
      { activityId: FIRM },
      { activityId: FIRM, method: 'qr' },
      {},
      { metWith: { post: '店长' }, attitude: 'supports', needs: [], promise: null },
      { form: 'branch', members: 3 },
      { due: 3, present: 3 },
    ]);
  });

  it('is of the day of the fact, not of the day it was typed in', () => {
    const visit = timelineEntry(visited(1, on));
    expect(visit).toMatchObject({ on, at: '2026-11-23T01:00:00.000Z' });
    expect(timelineEntry(attended(FIRM, 1))?.on).toBe('2026-11-15');
  });

  it('is of the street’s day when the fact names none', () => {
    expect(timelineEntry({ ...promised(1, '2026-12-01'), time: '2026-11-22T17:00:00.000Z' })?.on).toBe('2026-11-23');
  });

  it('is not made of what follows from other entries or is about no firm', () => {
    const step = { enterpriseId: FIRM, towards: 'visited' as const, filled: [], missing: [] };
    expect(timelineEntry(fact('NextStepChanged', `formation-${FIRM}`, 1, step))).toBeUndefined();
    expect(
      timelineEntry(fact('CommunityAdded', `street-${STREET}`, 1, { communityId: FIRM, name: '东' })),
    ).toBeUndefined();
  });

  it('names what a correction changed', () => {
    const changes = { name: '润泽', headcounts: { ...NOBODY_COUNTED, staff: 46 } };
    const event = fact('EnterpriseCorrected', `enterprise-${FIRM}`, 2, {
      enterpriseId: FIRM,
      changes,
      source: { kind: 'import', on },
    });
    expect(timelineEntry(event)?.data).toMatchObject({ changes });
  });
});

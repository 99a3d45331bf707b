import { given } from '@qucheng/testing';
import { coverageKind, leavingTheService } from '../coverage/coverage.ts';
import type { CoverageEvent } from '../coverage/coverage.ts';
import { activityId, ann, bo, firm } from '../activity/activity-examples.ts';
import { coverEnterprise } from './cover-enterprise.ts';

const later = '01HC0000000000000000000002';
const attendance = { enterpriseId: firm, activityId, personId: ann, on: '2026-04-18', until: '2027-04-18' };
const covered = (changes: Partial<CoverageEvent['data']> = {}): CoverageEvent => ({
  type: 'EnterpriseCovered',
  data: { ...attendance, firstTime: true, people: 1, ...changes },
});

describe('covering a firm', () => {
  it('says that it was the first time', () => {
    given(coverageKind).when(coverEnterprise, attendance, {}).then(covered());
  });

  it('counts further people of the same activity, once as the first time', () => {
    given(coverageKind, covered())
      .when(coverEnterprise, { ...attendance, personId: bo }, {})
      .then(covered({ personId: bo, people: 2, firstTime: false }));
  });

  it('starts counting anew at the next activity', () => {
    const next = { ...attendance, activityId: later, on: '2026-06-01', until: '2027-06-01' };
    given(coverageKind, covered())
      .when(coverEnterprise, next, {})
      .then(covered({ ...next, firstTime: false }));
  });

  it('stays quiet when the same person is counted already', () => {
    given(coverageKind, covered()).when(coverEnterprise, attendance, {}).thenNothingHappened();
  });

  it('keeps to itself who came', () => {
    expect(leavingTheService(covered()).data).not.toHaveProperty('personId');
  });
});

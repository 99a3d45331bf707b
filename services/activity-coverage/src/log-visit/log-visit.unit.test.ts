import { given } from '@qucheng/testing';
import type { EventData } from '@qucheng/contracts';
import { visitsKind } from '../visits/visits.ts';
import { logVisit } from './log-visit.ts';

const today = '2026-05-20';
const visit = (changes: Partial<EventData<'VisitLogged'>> = {}): EventData<'VisitLogged'> => ({
  visitId: '01HV0000000000000000000001',
  enterpriseId: '01HE0000000000000000000001',
  on: today,
  kind: 'visit',
  visitors: ['01HA0000000000000000000001'],
  metWith: { post: '店长' },
  headcounts: null,
  needs: ['social'],
  attitude: 'open',
  promise: null,
  ...changes,
});
const log = (changes?: Partial<EventData<'VisitLogged'>>) =>
  given(visitsKind).when(logVisit, visit(changes), { today });

describe('logging a visit', () => {
  it('records a visit of today', () => {
    log().then({ type: 'VisitLogged', data: visit() });
  });

  it('records a call that was written down days later', () => {
    log({ kind: 'call', on: '2026-05-11' }).then({
      type: 'VisitLogged',
      data: visit({ kind: 'call', on: '2026-05-11' }),
    });
  });

  it('refuses a day that has not come yet', () => {
    log({ on: '2026-05-21' }).thenRefused('visit-in-future');
  });

  it('refuses a day before 2000', () => {
    log({ on: '1999-12-31' }).thenRefused('visit-too-long-ago');
  });

  it('refuses a promise that was due before the visit', () => {
    const promise = { kind: 'callBack', on: '2026-05-19', assigneeId: '01HA0000000000000000000001' } as const;
    log({ promise }).thenRefused('promise-before-visit');
  });
});

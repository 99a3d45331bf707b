import type { EventData, EventType } from '@qucheng/contracts';
import type { AnyEvent } from '@qucheng/service-kit';

export const STREET = '01J00000000000000000000STR';
export const FIRM = '01J0000000000000000000F1RM';
export const COMMUNITY = '01J00000000000000000000C0M';

/** An event as it comes off Kafka. */
export function fact<Type extends EventType>(
  type: Type,
  stream: string,
  version: number,
  data: EventData<Type>,
  streetId = STREET,
): AnyEvent {
  return {
    specversion: '1.0',
    id: `${stream}@${String(version)}`,
    source: '/test',
    type,
    subject: stream,
    time: '2026-11-23T01:00:00.000Z',
    datacontenttype: 'application/json',
    streetid: streetId,
    stream,
    streamversion: version,
    by: 'system',
    through: 'test',
    data,
  } as AnyEvent; // type and data belong together by the signature
}

export const NOBODY_COUNTED = { staff: null, le35: null, le28: null, members: null, partyMembers: null };

export const registered = (firm = FIRM, over: Partial<EventData<'EnterpriseRegistered'>> = {}, streetId = STREET) =>
  fact(
    'EnterpriseRegistered',
    `enterprise-${firm}`,
    1,
    {
      enterpriseId: firm,
      creditCode: '92320213MAW09T0A5X',
      noCodeReason: null,
      name: '无锡润泽小馆',
      industry: '餐饮业',
      industryCode: '62',
      serviceTrade: true,
      communityId: COMMUNITY,
      address: null,
      building: null,
      aboveScale: null,
      contactIds: [],
      ownerId: null,
      headcounts: { ...NOBODY_COUNTED, staff: 44, le35: 29 },
      source: { kind: 'typed', on: '2026-09-01' },
      ...over,
    },
    streetId,
  );

export const corrected = (
  version: number,
  changes: EventData<'EnterpriseCorrected'>['changes'],
  on = '2026-11-20',
  firm = FIRM,
) =>
  fact('EnterpriseCorrected', `enterprise-${firm}`, version, {
    enterpriseId: firm,
    changes,
    source: { kind: 'typed', on },
  });

export const visited = (version: number, on: string, firm = FIRM, over: Partial<EventData<'VisitLogged'>> = {}) =>
  fact('VisitLogged', `visits-${firm}`, version, {
    visitId: FIRM,
    enterpriseId: firm,
    on,
    kind: 'visit',
    visitors: [FIRM],
    metWith: { post: '店长' },
    headcounts: null,
    needs: [],
    attitude: 'supports',
    promise: null,
    ...over,
  });

export const advanced = (version: number, to: EventData<'StageAdvanced'>['to'], on: string, firm = FIRM) =>
  fact('StageAdvanced', `formation-${firm}`, version, { enterpriseId: firm, from: null, to, on, ruleVersion: '1' });

export const reverted = (
  version: number,
  from: EventData<'StageReverted'>['from'],
  to: EventData<'StageReverted'>['to'],
  on: string,
  firm = FIRM,
) =>
  fact('StageReverted', `formation-${firm}`, version, {
    enterpriseId: firm,
    from,
    to,
    on,
    reason: 'rosterOld',
    ruleVersion: '1',
  });

export const attended = (activityId: string, version: number, firm = FIRM) =>
  fact('AttendanceRecorded', `activity-${activityId}`, version, {
    activityId,
    personId: FIRM,
    enterpriseId: firm,
    method: 'roster',
    on: '2026-11-15',
  });

export const promised = (version: number, dueOn: string, followUpId = FIRM, firm = FIRM) =>
  fact('FollowUpScheduled', `follow-up-${followUpId}`, version, {
    followUpId,
    enterpriseId: firm,
    kind: 'promise',
    cause: { eventId: 'e', code: 'promise' },
    promise: 'callBack',
    dueOn,
    assigneeId: null,
  });

export const kept = (version: number, followUpId = FIRM, firm = FIRM) =>
  fact('FollowUpDone', `follow-up-${followUpId}`, version, {
    followUpId,
    enterpriseId: firm,
    how: 'byHand',
    on: '2026-11-20',
  });

export const snoozed = (version: number, dueOn: string, followUpId = FIRM, firm = FIRM) =>
  fact('FollowUpSnoozed', `follow-up-${followUpId}`, version, { followUpId, enterpriseId: firm, dueOn });

export const checked = (
  version: number,
  personId: string,
  result: EventData<'MemberVerified'>['result'],
  firm = FIRM,
) =>
  fact('MemberVerified', `roster-${firm}`, version, {
    personId,
    enterpriseId: firm,
    method: 'certificate',
    result,
    on: '2026-11-01',
  });

export const covered = (version: number, until: string, firm = FIRM) =>
  fact('EnterpriseCovered', `coverage-${firm}`, version, {
    enterpriseId: firm,
    activityId: FIRM,
    on: '2026-11-15',
    firstTime: version === 1,
    people: 1,
    until,
  });

export const branchFormed = (version: number, firm = FIRM) =>
  fact('BranchFormed', `formation-${firm}`, version, {
    branchId: firm,
    enterpriseId: firm,
    enterpriseIds: [firm],
    form: 'branch',
    fullName: '共青团无锡润泽小馆支部委员会',
    members: 3,
    on: '2026-11-20',
  });

export const ruleSet = (key: string, value: number, streetId = STREET) =>
  fact(
    'RuleVersionSet',
    `street-${streetId}`,
    1,
    { key, value, from: '2026-01-01', text: '街道的规定', source: '街道', version: `2026-01-01/${key}#1` },
    streetId,
  );

import type { EventData } from '@qucheng/contracts';

/** What a typed-in restaurant tells when it is registered and nothing else is known of it. */
export function firmRegistered(enterpriseId: string): EventData<'EnterpriseRegistered'> {
  return {
    enterpriseId,
    creditCode: null,
    noCodeReason: 'unknown',
    name: '江海餐饮',
    industry: '餐饮',
    industryCode: '62',
    serviceTrade: true,
    communityId: null,
    address: null,
    building: null,
    aboveScale: null,
    headcounts: { staff: null, le35: null, le28: null, members: null, partyMembers: null },
    contactIds: [],
    ownerId: null,
    source: { kind: 'typed', on: '2026-04-01' },
  };
}

import type { EventData, LeagueStatus, OwnerAttitude } from '@qucheng/contracts';
import { DEFAULT_RULES } from '@qucheng/service-kit';
import type { Rules } from '@qucheng/service-kit';
import { given } from '@qucheng/testing';
import type { ApplyForFounding } from '../apply-for-founding/apply-for-founding.ts';
import type { Tools } from '../formation/consequences.ts';
import { formationKind } from '../formation/formation.ts';
import type { Formation } from '../formation/formation.ts';
import type { EvidenceEvent, FormationEvent } from '../formation/formation-events.ts';
import type { HoldElection } from '../hold-election/hold-election.ts';

// One firm of the street and what happens to it, as tests tell it.

const id = (name: string): string =>
  `01${name
    .toUpperCase()
    .replace(/[^0-9A-HJKMNP-TV-Z]/g, '0')
    .padEnd(24, '0')}`;
export const firm = id('firm');
export const community = id('community');
export const contact = id('contact');
export const application = id('application');
export const branch = id('branch');
export const person = (number: number): string => id(`person${String(number).padStart(4, '0')}`);

export const today = '2026-11-23';

/** The default rules, with other values where a test is about them. */
export function rulesWith(values: Readonly<Record<string, number>> = {}): Rules {
  const rule = (key: string) => {
    const found = DEFAULT_RULES.find((one) => one.key === key);
    if (found === undefined) throw new Error(`no rule is called ${key}`);
    return found;
  };
  return {
    number: (key) => values[key] ?? Number(rule(key).value),
    ref: (key) => ({ key, text: rule(key).text, source: rule(key).source, version: rule(key).version }),
    version: '2000-01-01/roster.maxAgeDays#0',
  };
}

export const tools = (change: Partial<Tools> = {}): Tools => ({
  enterpriseId: firm,
  today,
  rules: rulesWith(),
  newId: () => application,
  ...change,
});

export const givenFormation = (...events: FormationEvent[]): ReturnType<typeof given<Formation, FormationEvent>> =>
  given(formationKind, ...events);

const noHeadcounts = { staff: null, le35: null, le28: null, members: null, partyMembers: null };

export const registered: EvidenceEvent = {
  type: 'FirmRecorded',
  data: {
    seq: 1,
    registered: true,
    on: '2026-09-01',
    facts: {
      name: '无锡润泽小馆',
      creditCode: '92320213MAW09T0A5X',
      noCodeReason: null,
      industry: '餐饮业',
      communityId: community,
      headcounts: noHeadcounts,
      contactIds: [contact],
    },
  },
};
export const visited = (attitude: OwnerAttitude = 'supports', on = '2026-11-06'): EvidenceEvent => ({
  type: 'VisitRecorded',
  data: { visitId: id(`visit${on}`), on, attitude, headcounts: { ...noHeadcounts, staff: 44, le35: 29, le28: 12 } },
});
export const covered = (until = '2027-11-15'): EvidenceEvent => ({
  type: 'CoverageRecorded',
  data: { activityId: id('activity'), on: '2026-11-15', people: 3, until },
});
export const employed = (number: number, status: LeagueStatus, birthYear = 2000): EvidenceEvent => ({
  type: 'PersonRecorded',
  data: { seq: 10 + number, personId: person(number), birthYear, status },
});
export const checked = (number: number, result: 'member' | 'notMember' = 'member'): EvidenceEvent => ({
  type: 'MemberChecked',
  data: { seq: 200 + number, personId: person(number), result },
});
export const left = (number: number): EvidenceEvent => ({
  type: 'PersonLeft',
  data: { seq: 400 + number, personId: person(number) },
});
export const members = (count: number): EvidenceEvent[] =>
  Array.from({ length: count }, (_, index) => [employed(index + 1, 'memberClaimed'), checked(index + 1)]).flat();
export const rosterConfirmed = (on = '2026-11-20', counts: { le28?: number; le35?: number } = {}): EvidenceEvent => ({
  type: 'RosterRecorded',
  data: { seq: 600, on, ...counts },
});

export const liaisonNamed: FormationEvent = {
  type: 'LiaisonNamed',
  data: { enterpriseId: firm, personId: contact, on: today },
};
export const routeChosen = (route: EventData<'RouteChosen'>['route'] = 'solo'): FormationEvent => ({
  type: 'RouteChosen',
  data: { enterpriseId: firm, route, partners: [], endsOn: route === 'temporary' ? '2027-06-30' : null, ruleRefs: [] },
});

export const readyAlone: FormationEvent[] = [
  registered,
  visited(),
  covered(),
  liaisonNamed,
  ...members(3),
  rosterConfirmed(),
  routeChosen(),
];

export const complete: ApplyForFounding = {
  form: null,
  reason: '团员三人，应当建立团组织。',
  candidates: [{ post: 'secretary', personId: person(1) }],
  sealed: true,
  copiedToPartyBody: null,
};
export const applied = (on = today): FormationEvent => ({
  type: 'FoundingApplied',
  data: {
    applicationId: application,
    enterpriseId: firm,
    enterpriseIds: [firm],
    form: 'branch',
    candidates: complete.candidates,
    members: 3,
    le35: 3,
    on,
    paper: { reason: complete.reason ?? '', copiedToPartyBody: null },
  },
});
export const fullName = '中国共产主义青年团无锡市梁溪区江海街道无锡润泽小馆支部委员会';
export const approved: FormationEvent = {
  type: 'FoundingApproved',
  data: {
    applicationId: application,
    enterpriseId: firm,
    branchId: branch,
    replyNo: '江团复〔2026〕7号',
    fullName,
    on: today,
  },
};
export const goodElection: HoldElection = {
  branchId: branch,
  due: 3,
  present: 3,
  ballots: { sent: 3, returned: 3, valid: 3 },
  elected: [{ post: 'secretary', personId: person(1), votes: 3 }],
  on: today,
};
export const elected: FormationEvent = { type: 'ElectionHeld', data: { ...goodElection, enterpriseId: firm } };

/** The codes of what is missing, for tests that are not about numbers and sources. */
export const codes = (missing: readonly unknown[]): string[] =>
  missing.map((one) => (typeof one === 'object' && one !== null && 'code' in one ? String(one.code) : ''));

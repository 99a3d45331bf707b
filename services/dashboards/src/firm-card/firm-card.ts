import type { EventData, FirmCard, Stage } from '@qucheng/contracts';

type FollowUpKind = EventData<'FollowUpScheduled'>['kind'];

export interface CardFollowUp {
  readonly followUpId: string;
  /** Version of the follow-up's stream last applied. */
  readonly version: number;
  readonly kind: FollowUpKind;
  readonly promise: string | null;
  readonly dueOn: string;
  readonly assigneeId: string | null;
  readonly open: boolean;
}

/**
 * Everything the lists, the kanban and the funnel know of one firm, gathered from many topics. Holds firm data and
 * ids, no personal fields. Topics arrive in any order relative to each other: a card stays unlisted until its
 * registration has come.
 */
export interface Card {
  readonly enterpriseId: string;
  readonly streetId: string;
  readonly listed: boolean;
  /** Last version applied of each of the firm's own streams, by stream kind; what is not newer is a duplicate. */
  readonly seen: Readonly<Record<string, number>>;
  /** The same for activities, whose streams are shared by many firms: activity id → version. */
  readonly activities: Readonly<Record<string, number>>;
  readonly name: string;
  readonly creditCode: string | null;
  readonly industry: string | null;
  readonly serviceTrade: boolean;
  readonly communityId: string | null;
  readonly building: string | null;
  readonly address: string | null;
  readonly aboveScale: boolean | null;
  readonly ownerId: string | null;
  readonly headcounts: FirmCard['headcounts'];
  /** Where each figure was told, as a place that sorts. */
  readonly countedAt: Readonly<Partial<Record<keyof FirmCard['headcounts'], string>>>;
  readonly stage: Stage;
  /** Day of the last move, up or down; null before the first. */
  readonly stageSince: string | null;
  /** First day at each stage risen to so far; a stage that was lost again is taken out, one leapt over is never in. */
  readonly reachedOn: Readonly<Partial<Record<Stage, string>>>;
  readonly towards: Stage | null;
  readonly missing: FirmCard['missing'];
  /** Stages whose own guard held when the road last changed. */
  readonly filled: readonly Stage[];
  readonly coveredUntil: string | null;
  /** Ids of the members verified on the roster; nobody's name. */
  readonly verified: readonly string[];
  readonly verifiedMembers: number;
  readonly rosterTotal: number;
  readonly attitude: FirmCard['attitude'];
  readonly lastVisitOn: string | null;
  readonly visits: number;
  readonly attendances: number;
  /** The branch that was founded by this firm; another firm it covers has none of its own. */
  readonly branchId: string | null;
  readonly followUps: readonly CardFollowUp[];
}

export function emptyCard(enterpriseId: string, streetId: string): Card {
  return {
    enterpriseId,
    streetId,
    listed: false,
    seen: {},
    activities: {},
    name: '',
    creditCode: null,
    industry: null,
    serviceTrade: false,
    communityId: null,
    building: null,
    address: null,
    aboveScale: null,
    ownerId: null,
    headcounts: { staff: null, le35: null, le28: null, members: null, partyMembers: null },
    countedAt: {},
    stage: 'surveyed',
    stageSince: null,
    reachedOn: {},
    towards: null,
    missing: [],
    filled: ['surveyed'],
    coveredUntil: null,
    verified: [],
    verifiedMembers: 0,
    rosterTotal: 0,
    attitude: null,
    lastVisitOn: null,
    visits: 0,
    attendances: 0,
    branchId: null,
    followUps: [],
  };
}

/** The open follow-up that comes first, or null. */
export function nextFollowUp(card: Card): CardFollowUp | null {
  return card.followUps
    .filter((followUp) => followUp.open)
    .reduce<CardFollowUp | null>((first, each) => (first === null || each.dueOn < first.dueOn ? each : first), null);
}

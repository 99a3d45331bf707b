import { z } from 'zod';
import { EVENT_TYPES } from '../catalogue.ts';
import { Day, Id, Instant } from '../scalars.ts';
import { Stage } from '../stages.ts';
import { FollowUpKind } from '../events/follow-up-events.ts';
import { OwnerAttitude, Headcounts } from '../events/enterprise-events.ts';

/** GET /api/enterprises: the firm card. No personal fields. */
export const FirmCard = z.object({
  enterpriseId: Id,
  name: z.string(),
  creditCode: z.string().nullable(),
  industry: z.string().nullable(),
  serviceTrade: z.boolean(),
  communityId: Id.nullable(),
  building: z.string().nullable(),
  address: z.string().nullable(),
  aboveScale: z.boolean().nullable(),
  ownerId: Id.nullable(),
  stage: Stage,
  /** Stages whose own guard holds: the filled locks of the channel. */
  filled: z.array(Stage),
  towards: Stage.nullable(),
  missing: z.array(z.object({ code: z.string(), have: z.number().optional(), need: z.number().optional() })),
  headcounts: Headcounts,
  verifiedMembers: z.int(),
  rosterTotal: z.int(),
  attitude: OwnerAttitude.nullable(),
  lastVisitOn: Day.nullable(),
  visits: z.int(),
  attendances: z.int(),
  next: z
    .object({
      followUpId: Id,
      kind: FollowUpKind,
      dueOn: Day,
      assigneeId: Id.nullable(),
      promise: z.string().nullable(),
    })
    .nullable(),
  stageSince: Day.nullable(),
});
export type FirmCard = z.infer<typeof FirmCard>;

/** Filters of GET /api/enterprises; the same names stand in the web's URLs and in every `listUrl`. */
export const FirmQuery = z.strictObject({
  q: z.string().trim().max(60).optional(),
  /** Exactly this stage. */
  stage: Stage.optional(),
  /** This stage or any later one: what a figure of the funnel counts. */
  reached: Stage.optional(),
  /** `none`: firms that are in no community yet. */
  community: z.union([Id, z.literal('none')]).optional(),
  industry: z.string().max(60).optional(),
  serviceTrade: z.enum(['true', 'false']).optional(),
  owner: z.union([Id, z.literal('me'), z.literal('none')]).optional(),
  overdue: z.literal('true').optional(),
  /** Covered by an activity within the window of the street's rule, today. */
  covered: z.enum(['true', 'false']).optional(),
  /** At least this many verified members. */
  members: z.coerce.number().int().min(0).max(100_000).optional(),
  sort: z
    .enum(['name', '-name', 'stage', '-stage', 'lastVisit', '-lastVisit', 'next', '-members', '-priority'])
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(400).optional(),
  /** `<stream>@<version>[,…]`: wait up to a second until these have been applied. */
  minVersion: z.string().max(400).optional(),
});
export type FirmQuery = z.infer<typeof FirmQuery>;

/** GET /api/dashboards/industries */
export const IndustryItem = z.object({ industry: z.string(), firms: z.int() });
export type IndustryItem = z.infer<typeof IndustryItem>;

/** What GET /api/enterprises/{id}/timeline may be asked. */
export const TimelineQuery = z.strictObject({
  /** Event types, separated by commas. */
  types: z
    .string()
    .max(600)
    .refine((types) => types.split(',').every((type) => EVENT_TYPES.some((known) => known === type)))
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(200).optional(),
  minVersion: z.string().max(400).optional(),
});
export type TimelineQuery = z.infer<typeof TimelineQuery>;

/** GET /api/enterprises/{id}/timeline */
export const TimelineEntry = z.object({
  eventId: z.string(),
  type: z.string(),
  at: Instant,
  on: Day,
  by: z.string(),
  through: z.string(),
  data: z.record(z.string(), z.unknown()),
});

/** GET /api/dashboards/funnel and the frames of GET /api/dashboards/stream */
export const FunnelView = z.object({
  asOf: Instant,
  ruleVersion: z.string(),
  /** Firms in the ledger within the viewer's scope. */
  total: z.int(),
  steps: z.array(
    z.object({
      stage: Stage,
      /** Firms standing exactly here. */
      here: z.int(),
      /** Firms that stand here or further. */
      reached: z.int(),
      enteredThisMonth: z.int(),
      medianDays: z.number().nullable(),
      listUrl: z.string(),
    }),
  ),
  branches: z.object({ formed: z.int(), firmsCovered: z.int() }),
  figures: z.array(
    z.object({
      key: z.enum(['dueFoundedRate', 'activityCoverageRate', 'visitedRate', 'orgCoverageRate']),
      numerator: z.int(),
      denominator: z.int(),
      listUrl: z.string(),
    }),
  ),
  communities: z.array(
    z.object({
      communityId: Id.nullable(),
      total: z.int(),
      visited: z.int(),
      covered: z.int(),
      formed: z.int(),
      overdue: z.int(),
    }),
  ),
});
export type FunnelView = z.infer<typeof FunnelView>;

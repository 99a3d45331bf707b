import { z } from 'zod';
import { BranchForm, BranchPost, ElectionHeld } from '../events/formation-events.ts';
import { Day, Id, line } from '../scalars.ts';
import { MissingItem, Route, RuleRef, Stage } from '../stages.ts';

export const NameLiaison = z.strictObject({ personId: Id, agreed: z.literal(true) });
export const ChooseRoute = z.strictObject({
  route: Route,
  partners: z.array(Id).max(20).optional(),
  endsOn: Day.nullable().optional(),
});

export const ApplyForFounding = z.strictObject({
  form: BranchForm.optional(),
  reason: line(500).optional(),
  candidates: z.array(z.strictObject({ post: BranchPost, personId: Id })).max(10),
  /** A paper with the seal of the firm (and of its Party body, if there is one) is at hand. */
  sealed: z.boolean(),
  copiedToPartyBody: z.boolean().nullable().optional(),
});
export type ApplyForFounding = z.infer<typeof ApplyForFounding>;

export const ApproveFounding = z.strictObject({ replyNo: line(60), fullName: line(160), on: Day.optional() });
export const ReturnApplication = z.strictObject({ missing: z.array(line(200)).min(1).max(20) });
export const HoldElection = ElectionHeld.omit({ branchId: true, enterpriseId: true })
  .extend({ on: Day.optional() })
  .strict();
export const ConfirmCommittee = z.strictObject({
  replyNo: line(60),
  termFrom: Day,
  /** Members' transfers of membership have been started. */
  transfersStarted: z.boolean(),
  /** Id of the branch in the national system, the system of record. */
  nationalSystemId: line(60),
});

/** GET /api/applications?status=: oldest first, what waits for the secretary. */
export const ApplicationStatus = z.enum(['pending', 'returned', 'approved']);
export const ApplicationItem = z.object({
  applicationId: Id,
  enterpriseId: Id,
  enterpriseName: z.string(),
  communityId: Id.nullable(),
  version: z.int(),
  status: ApplicationStatus,
  route: Route.nullable(),
  form: BranchForm,
  reason: z.string().nullable(),
  candidates: z.array(z.object({ post: BranchPost, personId: Id })),
  members: z.int(),
  le35: z.int(),
  on: Day,
  daysWaiting: z.int(),
  /** Days the reply may take. */
  daysAllowed: z.int(),
  suggestedName: z.string().nullable(),
  warnings: z.array(MissingItem),
});
export type ApplicationItem = z.infer<typeof ApplicationItem>;
export const ApplicationQuery = z.strictObject({
  status: ApplicationStatus.optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: Id.optional(),
});

/** GET /api/enterprises/{id}/formation */
export const FormationView = z.object({
  enterpriseId: Id,
  version: z.int(),
  stage: Stage.nullable(),
  /** Stages whose own guard holds, whether or not earlier ones do: the filled locks. */
  filled: z.array(Stage),
  towards: Stage.nullable(),
  missing: z.array(MissingItem),
  route: Route.nullable(),
  routes: z.array(z.object({ route: Route, open: z.boolean(), missing: z.array(MissingItem), rule: RuleRef })),
  nextAction: z.string().nullable(),
  applicationId: Id.nullable(),
  applicationStatus: ApplicationStatus.nullable(),
  /** What the secretary asked for when the application was returned; empty otherwise. */
  returnedFor: z.array(z.string()),
  branchId: Id.nullable(),
  fullName: z.string().nullable(),
  counts: z.object({ members: z.int(), unverified: z.int(), le28: z.int(), le35: z.int() }),
  rosterConfirmedOn: Day.nullable(),
  /** Suggested full name, built by the pattern of the national system. */
  suggestedName: z.string().nullable(),
  suggestedShortName: z.string().nullable(),
  /** Nothing here blocks; somebody should know it before deciding. */
  warnings: z.array(MissingItem),
});
export type FormationView = z.infer<typeof FormationView>;

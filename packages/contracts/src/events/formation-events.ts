import { z } from 'zod';
import { Count, Day, Id, line } from '../scalars.ts';
import { Route, RuleRef, Stage } from '../stages.ts';

export const BranchForm = z.enum(['branch', 'generalBranch', 'grassrootsCommittee']);
export const BranchPost = z.enum([
  'secretary',
  'deputySecretary',
  'organisationOfficer',
  'publicityOfficer',
  'committeeMember',
]);

export const LiaisonNamed = z.strictObject({ enterpriseId: Id, personId: Id, on: Day });
export const RouteChosen = z.strictObject({
  enterpriseId: Id,
  route: Route,
  partners: z.array(Id),
  endsOn: Day.nullable(),
  ruleRefs: z.array(RuleRef),
});
export const FoundingApplied = z.strictObject({
  applicationId: Id,
  enterpriseId: Id,
  enterpriseIds: z.array(Id).min(1),
  form: BranchForm,
  candidates: z.array(z.strictObject({ post: BranchPost, personId: Id })).min(1),
  members: Count,
  le35: Count,
  on: Day,
});
/** What has to be brought stands in FormationView.returnedFor: the secretary's own words may name people. */
export const ApplicationReturned = z.strictObject({
  applicationId: Id,
  enterpriseId: Id,
  /** Only in events published before those words stayed inside. */
  missing: z.array(z.string()).min(1).optional(),
  on: Day,
});
export const FoundingApproved = z.strictObject({
  applicationId: Id,
  enterpriseId: Id,
  branchId: Id,
  replyNo: line(60),
  fullName: line(160),
  on: Day,
});
export const ElectionHeld = z.strictObject({
  branchId: Id,
  enterpriseId: Id,
  due: Count,
  present: Count,
  ballots: z.strictObject({ sent: Count, returned: Count, valid: Count }),
  elected: z.array(z.strictObject({ post: BranchPost, personId: Id, votes: Count })).min(1),
  on: Day,
});
export const CommitteeConfirmed = z.strictObject({
  branchId: Id,
  enterpriseId: Id,
  replyNo: line(60),
  termFrom: Day,
  termTo: Day,
});
export const BranchFormed = z.strictObject({
  branchId: Id,
  enterpriseId: Id,
  enterpriseIds: z.array(Id).min(1),
  form: BranchForm,
  fullName: line(160),
  members: Count,
  on: Day,
});
/** The shown stage moved up or down; evidence names the events it rests on. */
export const StageAdvanced = z.strictObject({
  enterpriseId: Id,
  from: Stage.nullable(),
  to: Stage,
  on: Day,
  ruleVersion: z.string(),
});
export const StageReverted = z.strictObject({
  enterpriseId: Id,
  from: Stage,
  to: Stage.nullable(),
  on: Day,
  reason: z.string(),
  ruleVersion: z.string(),
});
/** What the list and the kanban show without asking: how far to the next stage and what to do. */
export const NextStepChanged = z.strictObject({
  enterpriseId: Id,
  towards: Stage.nullable(),
  /** Stages whose own guard holds: the filled locks of the channel. */
  filled: z.array(Stage),
  missing: z.array(z.strictObject({ code: z.string(), have: z.number().optional(), need: z.number().optional() })),
});

import { z } from 'zod';
import { Count, Day, Id, line } from '../scalars.ts';

export const Headcounts = z.strictObject({
  staff: Count.nullable(),
  /** Young employees aged 35 and under. */
  le35: Count.nullable(),
  /** Young employees aged 28 and under, the League's age. */
  le28: Count.nullable(),
  /** League members as the firm states them; verified members come from the roster. */
  members: Count.nullable(),
  partyMembers: Count.nullable(),
});
export type Headcounts = z.infer<typeof Headcounts>;

export const NoCodeReason = z.enum(['applying', 'individual', 'branchOffice', 'unknown']);
export const OwnerAttitude = z.enum(['supports', 'open', 'hesitant', 'declines']);
export type OwnerAttitude = z.infer<typeof OwnerAttitude>;

export const EnterpriseSource = z.strictObject({
  kind: z.enum(['import', 'typed']),
  importId: Id.optional(),
  file: line(200).optional(),
  row: z.int().positive().optional(),
  on: Day,
});

export const EnterpriseRegistered = z.strictObject({
  enterpriseId: Id,
  creditCode: z.string().length(18).nullable(),
  noCodeReason: NoCodeReason.nullable(),
  name: line(120),
  /** As the office writes it. */
  industry: line(60).nullable(),
  /** GB/T 4754-2017 code, when the words could be matched. */
  industryCode: z.string().max(5).nullable(),
  /** A service trade: the published case starts with these. */
  serviceTrade: z.boolean(),
  communityId: Id.nullable(),
  address: line(200).nullable(),
  building: line(60).nullable(),
  aboveScale: z.boolean().nullable(),
  headcounts: Headcounts,
  contactIds: z.array(Id),
  ownerId: Id.nullable(),
  source: EnterpriseSource,
});
export const EnterpriseCorrected = z.strictObject({
  enterpriseId: Id,
  changes: EnterpriseRegistered.omit({ enterpriseId: true, source: true, contactIds: true, ownerId: true }).partial(),
  source: EnterpriseSource,
});
export const OwnerAssigned = z.strictObject({ enterpriseId: Id, cadreId: Id.nullable(), from: Day });

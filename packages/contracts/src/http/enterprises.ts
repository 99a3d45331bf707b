import { z } from 'zod';
import { EnterpriseRegistered, Headcounts, NoCodeReason } from '../events/enterprise-events.ts';
import { LeagueStatus, VerificationMethod } from '../events/roster-events.ts';
import { Day, Id, line } from '../scalars.ts';

/** A contact of the firm: personal data, encrypted at rest, masked when read. */
export const Contact = z.strictObject({
  name: line(40),
  post: line(40).nullable(),
  phone: z
    .string()
    .regex(/^[0-9+][0-9-]{5,19}$/)
    .nullable(),
});

export const RegisterEnterprise = z
  .strictObject({
    creditCode: z.string().trim().max(30).nullable(),
    noCodeReason: NoCodeReason.nullable(),
    name: line(120),
    industry: line(60).nullable(),
    communityId: Id.nullable(),
    address: line(200).nullable(),
    building: line(60).nullable(),
    aboveScale: z.boolean().nullable(),
    headcounts: Headcounts,
    contacts: z.array(Contact).max(5),
  })
  .partial({
    noCodeReason: true,
    industry: true,
    address: true,
    building: true,
    aboveScale: true,
    contacts: true,
    creditCode: true,
    communityId: true,
    headcounts: true,
  });
export type RegisterEnterprise = z.infer<typeof RegisterEnterprise>;

export const AssignOwner = z.strictObject({ cadreId: Id.nullable(), from: Day.optional() });

/** GET /api/enterprises/{id} */
export const EnterpriseView = EnterpriseRegistered.extend({
  version: z.int(),
  contacts: z.array(
    z.object({ contactId: Id, name: z.string(), post: z.string().nullable(), phone: z.string().nullable() }),
  ),
});
export type EnterpriseView = z.infer<typeof EnterpriseView>;

export const RegisterYouth = z.strictObject({
  name: line(40),
  sex: z.enum(['female', 'male', 'unknown']).optional(),
  birthDate: Day,
  phone: z
    .string()
    .regex(/^[0-9+][0-9-]{5,19}$/)
    .nullable()
    .optional(),
  post: line(40).nullable().optional(),
  status: LeagueStatus.exclude(['memberVerified', 'notMember']),
  /** The person agreed that the firm and the street keep these data; without it nothing is kept. */
  consent: z.literal(true),
});
export type RegisterYouth = z.infer<typeof RegisterYouth>;

export const VerifyMember = z.strictObject({ method: VerificationMethod, result: z.enum(['member', 'notMember']) });
export const ConfirmRoster = z.strictObject({ on: Day.optional() });

/** GET /api/enterprises/{id}/youth: masked. */
export const YouthItem = z.object({
  personId: Id,
  name: z.string(),
  phone: z.string().nullable(),
  birthYear: z.int(),
  age: z.int(),
  post: z.string().nullable(),
  status: LeagueStatus,
});
export const RosterView = z.object({
  items: z.array(YouthItem),
  version: z.int(),
  counts: z.object({ members: z.int(), unverified: z.int(), le28: z.int(), le35: z.int(), total: z.int() }),
  confirmedOn: Day.nullable(),
});
export type RosterView = z.infer<typeof RosterView>;

/** POST /api/youth/{id}/reveal: a logged action with a reason. */
export const Reveal = z.strictObject({ reason: line(100) });
export const Revealed = z.object({ name: z.string(), phone: z.string().nullable(), birthDate: Day });

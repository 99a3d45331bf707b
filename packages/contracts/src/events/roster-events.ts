import { z } from 'zod';
import { Count, Day, Id } from '../scalars.ts';

/** What is known of a young employee's political status. `claimed` members still have to be verified. */
export const LeagueStatus = z.enum([
  'none',
  'applicant',
  'memberClaimed',
  'memberVerified',
  'notMember',
  'partyMember',
]);
export type LeagueStatus = z.infer<typeof LeagueStatus>;

export const VerificationMethod = z.enum(['membershipFile', 'certificate', 'nationalSystem', 'formerOrganisation']);

export const YoungEmployeeRegistered = z.strictObject({
  personId: Id,
  enterpriseId: Id,
  birthYear: z.int().min(1920).max(2100),
  status: LeagueStatus,
  consentOn: Day,
});
export const MemberVerified = z.strictObject({
  personId: Id,
  enterpriseId: Id,
  method: VerificationMethod,
  result: z.enum(['member', 'notMember']),
  on: Day,
});
export const YoungEmployeeLeft = z.strictObject({ personId: Id, enterpriseId: Id, on: Day });
export const RosterConfirmed = z.strictObject({
  enterpriseId: Id,
  /** Verified members on the day of confirmation. */
  members: Count,
  unverified: Count,
  le28: Count,
  le35: Count,
  on: Day,
});

import { z } from 'zod';
import { Day, Id, line } from '../scalars.ts';
import { Role } from '../roles.ts';

export const StreetOpened = z.strictObject({
  streetId: Id,
  name: line(60),
  district: line(60),
  divisionCode: z.string().nullable(),
});
export const CommunityAdded = z.strictObject({ communityId: Id, name: line(60) });
export const AccountOpened = z.strictObject({ accountId: Id, role: Role, communityIds: z.array(Id).nullable() });
/** A threshold or interval: its value holds from a day and always says where it comes from. `version` is `<from>/<key>#<n>`. */
export const RuleVersionSet = z.strictObject({
  key: z.string().max(80),
  value: z.union([z.number(), z.string(), z.boolean()]),
  from: Day,
  text: line(300),
  source: line(200),
  version: z.string().max(120),
});

import { z } from 'zod';
import { ACTIONS, Role } from '../roles.ts';
import { Day, Id, line } from '../scalars.ts';

/** Account names are lower case; on a phone the keyboard begins with a capital. */
export const SignIn = z.strictObject({ account: line(60).toLowerCase(), password: z.string().min(1).max(128) });

/** GET /api/me */
export const Me = z.object({
  accountId: Id,
  displayName: z.string(),
  role: Role,
  street: z.object({ streetId: Id, name: z.string() }),
  /** null: the whole street. */
  communityIds: z.array(Id).nullable(),
  actions: z.array(z.enum(ACTIONS)),
});
export type Me = z.infer<typeof Me>;

/** GET /api/communities, GET /api/accounts: small directories the web resolves ids with. */
export const CommunityItem = z.object({ communityId: Id, name: z.string() });
export const AccountItem = z.object({ accountId: Id, displayName: z.string(), role: Role });

/** GET /api/accounts, for those who look after them: what the directory says, and how each one signs in. */
export const ManagedAccount = AccountItem.extend({
  account: z.string(),
  /** null: the whole street. */
  communityIds: z.array(Id).nullable(),
  /** null: open. */
  closedOn: Day.nullable(),
});
export type ManagedAccount = z.infer<typeof ManagedAccount>;

/** GET /api/settings */
export const SettingItem = z.object({
  key: z.string(),
  value: z.union([z.number(), z.string(), z.boolean()]),
  from: z.string(),
  text: z.string(),
  source: z.string(),
  version: z.string(),
});
export const SetSetting = SettingItem.omit({ version: true }).strict();

const NewPassword = z.string().min(8).max(128);

/** POST /api/accounts. `communityIds` null: the whole street. */
export const OpenAccount = z.strictObject({
  account: z.string().regex(/^[a-z][a-z0-9.-]{2,39}$/),
  displayName: line(40),
  role: Role.exclude(['firmContact']),
  communityIds: z.array(Id).min(1).max(50).nullable(),
  password: NewPassword,
});
export type OpenAccount = z.infer<typeof OpenAccount>;

/** POST /api/me/password: one's own. */
export const ChangePassword = z.strictObject({ current: z.string().min(1).max(128), next: NewPassword });

/** POST /api/accounts/:accountId/password: somebody's who forgot it. */
export const ResetPassword = z.strictObject({ password: NewPassword });

/** POST /api/accounts/:accountId/closing */
export const CloseAccount = z.strictObject({});

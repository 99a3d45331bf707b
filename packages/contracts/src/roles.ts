import { z } from 'zod';

export const Role = z.enum([
  'admin',
  'streetSecretary',
  'communitySecretary',
  'cadre',
  'districtViewer',
  'firmContact',
]);
export type Role = z.infer<typeof Role>;

export const ACTIONS = [
  'enterprise.read',
  'enterprise.register',
  'enterprise.assign',
  'ledger.import',
  'youth.read',
  'youth.register',
  'youth.verify',
  'youth.reveal',
  'roster.confirm',
  'visit.read',
  'visit.log',
  'activity.read',
  'activity.publish',
  'activity.signUp',
  'activity.checkIn',
  'formation.read',
  'formation.prepare',
  'formation.apply',
  'formation.decide',
  'formation.elect',
  'followUp.read',
  'followUp.complete',
  'dashboard.read',
  'office.read',
  'office.manage',
] as const;
export const Action = z.enum(ACTIONS);
export type Action = z.infer<typeof Action>;

/** How far an action reaches: the whole street, the account's communities, one firm, or sums over streets without people. */
export type Reach = 'street' | 'communities' | 'firm' | 'sums';

const allBut = (...excluded: Action[]): Partial<Record<Action, Reach>> =>
  Object.fromEntries(ACTIONS.filter((action) => !excluded.includes(action)).map((action) => [action, 'street']));

const fieldWork: Partial<Record<Action, Reach>> = {
  'enterprise.read': 'communities',
  'enterprise.register': 'communities',
  'youth.read': 'communities',
  'youth.register': 'communities',
  'youth.verify': 'communities',
  'youth.reveal': 'communities',
  'roster.confirm': 'communities',
  'visit.read': 'communities',
  'visit.log': 'communities',
  'activity.read': 'street',
  'activity.publish': 'street',
  'activity.signUp': 'communities',
  'activity.checkIn': 'communities',
  'formation.read': 'communities',
  'formation.prepare': 'communities',
  'formation.apply': 'communities',
  'formation.elect': 'communities',
  'followUp.read': 'communities',
  'followUp.complete': 'communities',
  'dashboard.read': 'communities',
  'office.read': 'street',
};

/** The one table role × action × reach. Absent means no. Code, tests and the docs page read it. */
export const PERMISSIONS: Readonly<Record<Role, Readonly<Partial<Record<Action, Reach>>>>> = {
  // Who runs the system does not decide on branches, and who decides does not run it: they check each other.
  admin: allBut('formation.decide'),
  streetSecretary: allBut('office.manage'),
  communitySecretary: fieldWork,
  cadre: fieldWork,
  districtViewer: { 'dashboard.read': 'sums' },
  firmContact: {
    'youth.read': 'firm',
    'youth.register': 'firm',
    'roster.confirm': 'firm',
    'activity.signUp': 'firm',
    'formation.apply': 'firm',
  },
};

export function reachOf(role: Role, action: Action): Reach | undefined {
  return PERMISSIONS[role][action];
}

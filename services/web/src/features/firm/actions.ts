import type { Action, NextAction } from '../../requests/shapes.ts';

/** Who may do what the screen offers as a next action. */
export const ACTION_NEEDS: Readonly<Record<NextAction, Action>> = {
  'complete-registration': 'enterprise.register',
  'log-visit': 'visit.log',
  'invite-to-activity': 'activity.read',
  'name-liaison': 'formation.prepare',
  'register-youth': 'youth.register',
  'verify-members': 'youth.verify',
  'confirm-roster': 'roster.confirm',
  'choose-route': 'formation.prepare',
  apply: 'formation.apply',
  approve: 'formation.decide',
  elect: 'formation.elect',
  'confirm-committee': 'formation.decide',
};

export function isKnownAction(slug: string | null | undefined): slug is NextAction {
  return typeof slug === 'string' && slug in ACTION_NEEDS;
}

interface Listed {
  readonly action?: string | undefined;
}

/**
 * The one filled button of 差什么: the next action where this reader may do it, else the first thing on the list
 * he may do. Null when everything that is open waits for somebody else.
 */
export function loudAction(
  nextAction: string | null,
  missing: readonly Listed[],
  may: (action: Action) => boolean,
): NextAction | null {
  const wished = [nextAction, ...missing.map(({ action }) => action)];
  return wished.filter(isKnownAction).find((slug) => may(ACTION_NEEDS[slug])) ?? null;
}

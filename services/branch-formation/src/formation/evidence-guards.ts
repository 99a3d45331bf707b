import type { MissingItem } from '@qucheng/contracts';
import { daysBetween } from '@qucheng/service-kit';
import type { Rules } from '@qucheng/service-kit';
import type { Formation } from './formation.ts';
import { item, itemsWhere } from './item.ts';
import { countPeople, isKnownInFirm } from './people.ts';
import { WRITTEN } from './written-rules.ts';

/** A guard lists what its own stage still lacks; earlier stages are not its business. */
export type Guard = (formation: Formation, rules: Rules, today: string) => MissingItem[];

export const surveyedGuard: Guard = ({ firm: { registered, facts } }) => {
  const action = { action: 'complete-registration' } as const;
  if (!registered) return [item('registration', 'surveyed', WRITTEN.survey, action)];
  const unknown = (fact: { readonly value: unknown } | undefined) => (fact?.value ?? null) === null;
  return itemsWhere(
    [
      unknown(facts.creditCode) && unknown(facts.noCodeReason),
      () => item('creditCode', 'surveyed', WRITTEN.survey, action),
    ],
    [unknown(facts.industry), () => item('industry', 'surveyed', WRITTEN.survey, action)],
    [unknown(facts.communityId), () => item('community', 'surveyed', WRITTEN.survey, action)],
  );
};

export const visitedGuard: Guard = ({ visits, headcounts }) => {
  const action = { action: 'log-visit' } as const;
  const counted = headcounts.staff !== undefined && headcounts.le35 !== undefined;
  return itemsWhere(
    [visits === null, () => item('visit', 'visited', WRITTEN.visit, action)],
    [!counted, () => item('headcounts', 'visited', WRITTEN.visit, action)],
  );
};

export const activityCoveredGuard: Guard = ({ coverage }, rules, today) => {
  if (coverage !== null && coverage.value.until >= today) return [];
  const details = { have: 0, need: 1, action: 'invite-to-activity' } as const;
  return [item('attendee', 'activityCovered', rules.ref('coverage.windowMonths'), details)];
};

export const liaisonNamedGuard: Guard = (formation) =>
  itemsWhere(
    [
      formation.liaison === null || !isKnownInFirm(formation, formation.liaison.personId),
      () => item('liaison', 'liaisonNamed', WRITTEN.liaison, { action: 'name-liaison' }),
    ],
    [
      ownerDeclines(formation),
      () => item('ownerAttitude', 'liaisonNamed', WRITTEN.ownerAttitude, { action: 'log-visit' }),
    ],
  );

export const ownerDeclines = ({ visits }: Formation): boolean => visits?.attitude.value === 'declines';

export const rosterVerifiedGuard: Guard = (formation, rules, today) => {
  const { unverified } = countPeople(formation, today);
  return [
    ...itemsWhere([
      unverified > 0,
      () =>
        item('unverifiedMembers', 'rosterVerified', WRITTEN.verification, {
          have: unverified,
          need: 0,
          action: 'verify-members',
        }),
    ]),
    ...rosterDate(formation, rules, today),
  ];
};

/** The roster counts as today's only for so many days: people in small firms come and go. */
export function rosterDate({ roster }: Formation, rules: Rules, today: string): MissingItem[] {
  const rule = rules.ref('roster.maxAgeDays');
  const action = { action: 'confirm-roster' } as const;
  if (roster === null) return [item('rosterConfirmation', 'rosterVerified', rule, action)];
  const days = daysBetween(roster.on, today);
  const most = rules.number('roster.maxAgeDays');
  return days > most ? [item('rosterOld', 'rosterVerified', rule, { have: days, need: most, ...action })] : [];
}

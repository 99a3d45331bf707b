import type { EventData } from '@qucheng/contracts';
import { refuse, refuseAbsent, refuseConflict } from '@qucheng/event-store';
import type { DecideFormation } from '../formation/consequences.ts';
import type { Application } from '../formation/formation.ts';
import { countPeople } from '../formation/people.ts';
import { ROUTES } from '../formation/routes.ts';
import { missingFor } from '../formation/stage.ts';
import { missingInApplication } from './application-gaps.ts';

type Applied = EventData<'FoundingApplied'>;

export interface ApplyForFounding {
  /** null: the form the chosen route stands for. */
  readonly form: Applied['form'] | null;
  readonly reason: string | null;
  readonly candidates: Applied['candidates'];
  readonly sealed: boolean;
  readonly copiedToPartyBody: boolean | null;
}

export const applyForFounding: DecideFormation<ApplyForFounding> = (command, formation, tools) => {
  const { enterpriseId, rules, today } = tools;
  if (!formation.firm.registered) return refuseAbsent('unknown-enterprise');
  if (formation.branch !== null) return refuseConflict('already-approved');
  if (formation.application?.status === 'pending')
    return saysTheSame(command, formation.application) ? [] : refuseConflict('already-applied');
  const notReady = missingFor('ready', formation, rules, today);
  if (notReady.length > 0 || formation.route === null) return refuse('not-ready', notReady);
  const gaps = missingInApplication(command, formation, rules, today);
  if (gaps.length > 0) return refuse('application-incomplete', gaps);
  const { members, le35 } = countPeople(formation, today);
  return [
    {
      type: 'FoundingApplied',
      data: {
        applicationId: tools.newId(),
        enterpriseId,
        enterpriseIds: [enterpriseId],
        form: ROUTES[formation.route.route].form,
        candidates: command.candidates,
        members,
        le35,
        on: today,
        paper: { reason: command.reason ?? '', copiedToPartyBody: command.copiedToPartyBody },
      },
    },
  ];
};

const saysTheSame = (command: ApplyForFounding, { form, candidates, paper }: Application): boolean =>
  (command.form ?? form) === form &&
  command.reason === paper.reason &&
  command.copiedToPartyBody === paper.copiedToPartyBody &&
  JSON.stringify(command.candidates.map(({ post, personId }) => [post, personId])) ===
    JSON.stringify(candidates.map(({ post, personId }) => [post, personId]));

import type { Router } from 'express';
import { CompleteFollowUp } from '@qucheng/contracts';
import { accepts, answer, commandContext, requires, today } from '@qucheng/service-kit';
import { reachableFollowUp } from '../follow-up/reachable-follow-up.ts';
import type { FollowUpDependencies } from '../follow-up/reachable-follow-up.ts';
import { completeFollowUp } from './complete-follow-up.ts';

export const completeFollowUpRoute = (router: Router, dependencies: FollowUpDependencies) =>
  router.post(
    '/follow-ups/:followUpId/done',
    requires('followUp.complete'),
    accepts(CompleteFollowUp, async (req, res) => {
      const { followUps, clock } = dependencies;
      const id = await reachableFollowUp(req, dependencies);
      const command = { how: 'byHand', on: today(clock()) } as const;
      const outcome = await followUps.handle(commandContext(req), id, completeFollowUp, command, {});
      answer(req, res, { id, stream: `follow-up-${id}` }, outcome);
    }),
  );

import type { Router } from 'express';
import { SnoozeFollowUp } from '@qucheng/contracts';
import { accepts, answer, commandContext, requires, today } from '@qucheng/service-kit';
import { reachableFollowUp } from '../follow-up/reachable-follow-up.ts';
import type { FollowUpDependencies } from '../follow-up/reachable-follow-up.ts';
import { snoozeFollowUp } from './snooze-follow-up.ts';

export const snoozeFollowUpRoute = (router: Router, dependencies: FollowUpDependencies) =>
  router.post(
    '/follow-ups/:followUpId/snooze',
    requires('followUp.complete'),
    accepts(SnoozeFollowUp, async (req, res, command) => {
      const { followUps, clock } = dependencies;
      const id = await reachableFollowUp(req, dependencies);
      const tools = { today: today(clock()) };
      const outcome = await followUps.handle(commandContext(req), id, snoozeFollowUp, command, tools);
      answer(req, res, { id, stream: `follow-up-${id}` }, outcome);
    }),
  );

import type { Router } from 'express';
import { CompleteFollowUp } from '@qucheng/contracts';
import { accepts, answer, commandContext, requires, today } from '@qucheng/service-kit';
import type { FollowUps } from '../follow-up/follow-ups.ts';
import type { FollowUpStore } from '../follow-up/follow-up-store.ts';
import { reachableFollowUp } from '../follow-up/reachable-follow-up.ts';
import type { KnownEnterpriseStore } from '../known-enterprise/known-enterprise-store.ts';
import { completeFollowUp } from './complete-follow-up.ts';

interface Dependencies {
  readonly followUps: FollowUps;
  readonly store: FollowUpStore;
  readonly enterprises: KnownEnterpriseStore;
  readonly clock: () => Date;
}

export const completeFollowUpRoute = (router: Router, dependencies: Dependencies) =>
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

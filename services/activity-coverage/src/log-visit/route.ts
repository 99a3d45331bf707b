import type { Router } from 'express';
import { LogVisit } from '@qucheng/contracts';
import type { Streams } from '@qucheng/event-store';
import { accepts, answer, commandContext, idOf, requires, scopeOf, today } from '@qucheng/service-kit';
import type { KnownEnterpriseStore } from '../known-enterprise/known-enterprise-store.ts';
import { checkReachable } from '../known-enterprise/reachable-enterprise.ts';
import type { VisitEvent, Visits } from '../visits/visits.ts';
import { logVisit } from './log-visit.ts';

interface Dependencies {
  readonly visits: Streams<Visits, VisitEvent>;
  readonly enterprises: KnownEnterpriseStore;
  readonly clock: () => Date;
}

export const logVisitRoute = (router: Router, { visits, enterprises, clock }: Dependencies) =>
  router.post(
    '/enterprises/:enterpriseId/visits',
    requires('visit.log'),
    accepts(LogVisit, async (req, res, { visitors, promise, ...visit }) => {
      const enterpriseId = idOf(req, 'enterpriseId');
      await checkReachable(req, enterprises, enterpriseId);
      const context = commandContext(req);
      const { accountId } = scopeOf(req);
      const command = {
        ...visit,
        visitId: context.commandId,
        enterpriseId,
        visitors: visitors ?? [accountId],
        promise: promise && { ...promise, assigneeId: promise.assigneeId ?? accountId },
      };
      const outcome = await visits.handle(context, enterpriseId, logVisit, command, { today: today(clock()) });
      answer(req, res, { id: command.visitId, stream: `visits-${enterpriseId}` }, outcome);
    }),
  );

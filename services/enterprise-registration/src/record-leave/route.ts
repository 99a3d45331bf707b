import { accepts, answer, commandContext, requires, today } from '@qucheng/service-kit';
import type { Router } from 'express';
import { z } from 'zod';
import { personInReach } from '../roster/person-in-reach.ts';
import type { RosterDeps } from '../roster/person-in-reach.ts';
import { recordLeave } from './record-leave.ts';

export function recordLeaveRoute(router: Router, deps: RosterDeps): void {
  router.post(
    '/youth/:personId/leave',
    requires('youth.register'),
    accepts(z.strictObject({}), async (req, res) => {
      const { personId, enterpriseId } = await personInReach(req, deps);
      const outcome = await deps.rosters.handle(
        commandContext(req),
        enterpriseId,
        recordLeave,
        { personId, enterpriseId, on: today() },
        {},
      );
      answer(req, res, { id: personId, stream: `roster-${enterpriseId}` }, outcome);
    }),
  );
}

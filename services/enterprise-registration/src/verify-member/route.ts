import { VerifyMember } from '@qucheng/contracts';
import { accepts, answer, commandContext, requires, today } from '@qucheng/service-kit';
import type { Router } from 'express';
import { personInReach } from '../roster/person-in-reach.ts';
import type { RosterDeps } from '../roster/person-in-reach.ts';
import { verifyMember } from './verify-member.ts';

export function verifyMemberRoute(router: Router, deps: RosterDeps): void {
  router.post(
    '/youth/:personId/verification',
    requires('youth.verify'),
    accepts(VerifyMember, async (req, res, { method, result }) => {
      const { personId, enterpriseId } = await personInReach(req, deps);
      const command = { personId, enterpriseId, method, result, on: today() };
      const outcome = await deps.rosters.handle(commandContext(req), enterpriseId, verifyMember, command, {});
      answer(req, res, { id: personId, stream: `roster-${enterpriseId}` }, outcome);
    }),
  );
}

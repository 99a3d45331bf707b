import { isRefusal } from '@qucheng/event-store';
import { commandContext, refusalProblem, requires, today } from '@qucheng/service-kit';
import type { Router } from 'express';
import { personInReach } from '../roster/person-in-reach.ts';
import type { RosterDeps } from '../roster/person-in-reach.ts';
import { eraseYouth } from './erase-youth.ts';

export function eraseYouthRoute(router: Router, deps: RosterDeps): void {
  router.delete('/youth/:personId', requires('youth.register'), async (req, res) => {
    const { personId, enterpriseId } = await personInReach(req, deps);
    const context = commandContext(req);
    const outcome = await deps.rosters.handle(
      context,
      enterpriseId,
      eraseYouth,
      { personId, enterpriseId, on: today() },
      {},
    );
    if (isRefusal(outcome)) throw refusalProblem(outcome);
    // Last, and again when the request is repeated: a crash in between leaves a person who can still be erased.
    await deps.personKeys.destroy(context.streetId, personId);
    res.status(204).end();
  });
}

import { z } from 'zod';
import { VisitLogged } from '../events/visit-events.ts';
import { Id } from '../scalars.ts';

/** POST /api/enterprises/{id}/visits. `visitors` defaults to the caller, the promise's assignee too. */
export const LogVisit = VisitLogged.omit({ visitId: true, enterpriseId: true, visitors: true, promise: true })
  .extend({
    visitors: VisitLogged.shape.visitors.optional(),
    promise: VisitLogged.shape.promise.unwrap().extend({ assigneeId: Id.optional() }).nullable(),
  })
  .strict();
export type LogVisit = z.infer<typeof LogVisit>;

export const VisitItem = VisitLogged.extend({ by: z.string(), at: z.string() });

import { z } from 'zod';
import { Day, Id, line } from '../scalars.ts';
import { Headcounts, OwnerAttitude } from './enterprise-events.ts';

export const NeedKind = z.enum(['social', 'training', 'venue', 'hiring', 'policy', 'health', 'other']);
export const PromiseKind = z.enum(['sendActivityNotice', 'arrangeFoundingTalk', 'bringPolicy', 'callBack', 'other']);

export const VisitLogged = z.strictObject({
  visitId: Id,
  enterpriseId: Id,
  on: Day,
  kind: z.enum(['visit', 'call']),
  /** Accounts of the visitors. */
  visitors: z.array(Id).min(1).max(10),
  /** Post of who was met (店长, 人事…) and, when known, the person's or contact's id. Names stay in enterprise-registration. */
  metWith: z.strictObject({ post: line(40), personId: Id.optional() }),
  /** null: nothing had changed. */
  headcounts: Headcounts.nullable(),
  needs: z.array(NeedKind).max(7),
  attitude: OwnerAttitude,
  promise: z.strictObject({ kind: PromiseKind, on: Day, assigneeId: Id }).nullable(),
});

import type { LogVisit } from '../../../requests/shapes.ts';

export const ATTITUDES = ['supports', 'open', 'hesitant', 'declines'] as const;
export const NEEDS = ['social', 'training', 'venue', 'hiring', 'policy', 'health', 'other'] as const;
export const PROMISES = ['sendActivityNotice', 'arrangeFoundingTalk', 'bringPolicy', 'callBack', 'other'] as const;
export const COUNTED = ['staff', 'le35', 'le28', 'members', 'partyMembers'] as const;

type Attitude = LogVisit['attitude'];
type Need = LogVisit['needs'][number];
type PromiseKind = NonNullable<LogVisit['promise']>['kind'];
export type Headcounts = NonNullable<LogVisit['headcounts']>;

/** A visit while it is being written. Lives on the device until it is saved, so that no network costs nothing. */
export interface VisitDraft {
  readonly on: string;
  readonly kind: 'visit' | 'call';
  readonly metPost: string;
  readonly metPersonId: string | null;
  readonly attitude: Attitude | null;
  readonly changed: boolean;
  readonly headcounts: Headcounts;
  readonly needs: readonly Need[];
  readonly promise: PromiseKind | null;
  readonly promiseOn: string;
}

export interface Known {
  readonly today: string;
  readonly promiseOn: string;
  readonly headcounts: Headcounts;
  readonly contact: { readonly post: string; readonly personId: string } | null;
  readonly lastAttitude: Attitude | null;
}

/** Starts from what was true last time: most visits change little. */
export function startVisit(known: Known): VisitDraft {
  return {
    on: known.today,
    kind: 'visit',
    metPost: known.contact?.post ?? '',
    metPersonId: known.contact?.personId ?? null,
    attitude: known.lastAttitude,
    // A firm nobody has counted yet cannot be unchanged.
    changed: known.headcounts.staff === null || known.headcounts.le35 === null,
    headcounts: known.headcounts,
    needs: [],
    promise: null,
    promiseOn: known.promiseOn,
  };
}

/** What still keeps the visit from being saved, by field. */
export function gapsOf(draft: VisitDraft): ('metPost' | 'attitude')[] {
  return [
    ...(draft.metPost.trim() === '' ? (['metPost'] as const) : []),
    ...(draft.attitude === null ? (['attitude'] as const) : []),
  ];
}

export function visitOf(draft: VisitDraft): LogVisit | null {
  if (draft.attitude === null || gapsOf(draft).length > 0) return null;
  return {
    on: draft.on,
    kind: draft.kind,
    metWith: { post: draft.metPost.trim(), ...(draft.metPersonId === null ? {} : { personId: draft.metPersonId }) },
    headcounts: draft.changed ? draft.headcounts : null,
    needs: [...draft.needs],
    attitude: draft.attitude,
    promise: draft.promise === null ? null : { kind: draft.promise, on: draft.promiseOn },
  };
}

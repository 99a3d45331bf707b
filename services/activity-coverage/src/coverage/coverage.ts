import type { ContractEvent } from '@qucheng/contracts';
import type { StreamKind } from '@qucheng/event-store';

type EnterpriseCovered = Extract<ContractEvent, { type: 'EnterpriseCovered' }>;

/** What is kept of a coverage: who came stays inside, only how many leaves the service. */
export interface CoverageEvent {
  readonly type: 'EnterpriseCovered';
  readonly data: EnterpriseCovered['data'] & { readonly personId: string };
}

/** Which activities reached one firm, and through whom. */
export interface Coverage {
  readonly attended: Readonly<Record<string, readonly string[]>>;
}

export const coverageKind: StreamKind<Coverage, CoverageEvent> = {
  name: 'coverage',
  initial: { attended: {} },
  evolve: ({ attended }, { data: { activityId, personId } }) => ({
    attended: { ...attended, [activityId]: [...(attended[activityId] ?? []), personId] },
  }),
};

export function leavingTheService({ type, data }: CoverageEvent): EnterpriseCovered {
  const { personId: _, ...covered } = data;
  return { type, data: covered };
}

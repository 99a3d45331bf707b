import type { EventData } from '@qucheng/contracts';
import { refuseConflict } from '@qucheng/event-store';
import type { Decide } from '@qucheng/event-store';
import type { RuleVersion, Street, StreetEvent } from '../street/street.ts';

export interface OpenStreetCommand {
  readonly street: EventData<'StreetOpened'>;
  readonly communities: readonly EventData<'CommunityAdded'>[];
  /** The settings it starts with, each with its source. */
  readonly rules: readonly RuleVersion[];
}

/** A street begins with its communities and with every setting said out loud. */
export const openStreet: Decide<OpenStreetCommand, Street, StreetEvent> = ({ street, communities, rules }, current) => {
  if (current.status === 'open') return refuseConflict('street-opened-before');
  return [
    { type: 'StreetOpened', data: street },
    ...communities.map((data) => ({ type: 'CommunityAdded' as const, data })),
    ...rules.map((data) => ({ type: 'RuleVersionSet' as const, data })),
  ];
};

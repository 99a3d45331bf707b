import type { YoungEmployeeLeft } from '@qucheng/contracts';
import type { Decide } from '@qucheng/event-store';
import { refuseAbsent } from '@qucheng/event-store';
import type { z } from 'zod';
import type { Roster, RosterEvent } from '../roster/roster.ts';

export const recordLeave: Decide<z.infer<typeof YoungEmployeeLeft>, Roster, RosterEvent> = (left, roster) => {
  const person = roster.people[left.personId];
  if (person === undefined) return refuseAbsent('not-on-roster');
  return person.leftOn === null ? [{ type: 'YoungEmployeeLeft', data: left }] : [];
};

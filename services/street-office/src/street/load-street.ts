import type { Streams } from '@qucheng/event-store';
import { problem } from '@qucheng/service-kit';
import type { Scope } from '@qucheng/service-kit';
import type { OpenStreet, Street, StreetEvent } from './street.ts';

/** The caller's own street; there is no way to name another. */
export async function loadStreet(streets: Streams<Street, StreetEvent>, { streetId }: Scope): Promise<OpenStreet> {
  const found = await streets.load(streetId, streetId);
  if (found?.state.status !== 'open') throw problem(404, 'not-found');
  return found.state;
}

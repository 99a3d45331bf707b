import type { Request } from 'express';
import type { Reach } from '@qucheng/contracts';
import { factsOf } from '../http/request-facts.ts';
import type { Scope } from '../types.ts';

/** Who asks. Only after `requires`. */
export function scopeOf(req: Request): Scope {
  const { scope } = factsOf(req);
  if (scope === undefined) throw new Error('this route has no requires(action) before it');
  return scope;
}

/** How far the action of this route reaches for who asks. Only after `requires`. */
export function reachOf(req: Request): Reach {
  const { reach } = factsOf(req);
  if (reach === undefined) throw new Error('this route has no requires(action) before it');
  return reach;
}

/** Communities the caller sees on this route; null: the whole street. A link of one firm sees none. */
export function communitiesOf(req: Request): readonly string[] | null {
  const reach = reachOf(req);
  if (reach === 'firm') return [];
  return reach === 'communities' ? scopeOf(req).communityIds : null;
}

/**
 * Whether something of a community lies within reach. What has no community yet is open to all of the street: somebody
 * has to be able to place it. A firm's own link reaches by enterpriseId, not by community.
 */
export function inReach(scope: Scope, reach: Reach, communityId: string | null): boolean {
  if (reach === 'street') return true;
  if (reach !== 'communities') return false;
  return communityId === null || scope.communityIds === null || scope.communityIds.includes(communityId);
}

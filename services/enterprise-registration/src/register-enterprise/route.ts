import { RegisterEnterprise } from '@qucheng/contracts';
import { isRefusal } from '@qucheng/event-store';
import {
  accepts,
  answer,
  commandContext,
  inReach,
  labelOf,
  problem,
  reachOf,
  requires,
  scopeOf,
  today,
} from '@qucheng/service-kit';
import type { Request, Router } from 'express';
import type { CommunityStore } from '../community/community-store.ts';
import { claimKey } from '../enterprise/claim-store.ts';
import type { ClaimStore } from '../enterprise/claim-store.ts';
import { derivedId } from '../enterprise/derived-id.ts';
import type { SealedContact } from '../enterprise/enterprise.ts';
import type { Enterprises } from '../enterprise/enterprise-in-reach.ts';
import { sealContact } from '../enterprise/seal-contacts.ts';
import type { PersonKeyStore } from '../person-key/person-key-store.ts';
import { describeFirm } from './describe-firm.ts';
import { registerEnterprise } from './register-enterprise.ts';

interface Deps {
  readonly enterprises: Enterprises;
  readonly claims: ClaimStore;
  readonly communities: CommunityStore;
  readonly personKeys: PersonKeyStore;
}

export function registerEnterpriseRoute(router: Router, deps: Deps): void {
  const { enterprises, claims, communities, personKeys } = deps;
  router.post(
    '/enterprises',
    requires('enterprise.register'),
    accepts(RegisterEnterprise, async (req, res, typed) => {
      const context = commandContext(req);
      const described = describeFirm(typed);
      if ('problem' in described) throw fieldProblem(req, 'creditCode', described.problem);
      const { facts } = described;
      await checkCommunity(req, communities, facts.communityId);
      const key = claimKey(context.streetId, facts);
      // An id for this firm and this command: a key reused for another firm must not claim that one for the first.
      const fresh = derivedId(context.commandId, key);
      const enterpriseId = (await claims.settle(context.streetId, [{ key, enterpriseId: fresh }])).get(key) ?? fresh;
      const contacts = await sealContacts(personKeys, context, enterpriseId, typed.contacts ?? []);
      const command = { enterpriseId, facts, contacts, source: { kind: 'typed', on: today() } } as const;
      const outcome = await enterprises.handle(context, enterpriseId, registerEnterprise, command, {});
      if (isRefusal(outcome) && (outcome.code === 'code-taken' || outcome.code === 'name-taken')) {
        throw await takenProblem(req, enterprises, enterpriseId, outcome.code);
      }
      answer(req, res, { id: enterpriseId, stream: `enterprise-${enterpriseId}` }, outcome);
    }),
  );
}

async function checkCommunity(req: Request, communities: CommunityStore, communityId: string | null): Promise<void> {
  if (communityId === null) return;
  const scope = scopeOf(req);
  if (!(await communities.has(scope.streetId, communityId)))
    throw fieldProblem(req, 'communityId', 'community-unknown');
  if (!inReach(scope, reachOf(req), communityId)) throw fieldProblem(req, 'communityId', 'community-not-yours');
}

async function sealContacts(
  personKeys: PersonKeyStore,
  { streetId, commandId }: { streetId: string; commandId: string },
  enterpriseId: string,
  typed: NonNullable<RegisterEnterprise['contacts']>,
): Promise<SealedContact[]> {
  const owners = typed.map((_, index) => ({ id: derivedId(commandId, `contact ${String(index)}`), enterpriseId }));
  const keys = await personKeys.ensure(streetId, owners);
  return typed.flatMap((contact, index) => {
    const id = owners[index]?.id ?? '';
    const key = keys.get(id);
    return key === undefined ? [] : [sealContact(id, contact, key)];
  });
}

/** Names the firm that has it, so that the caller can open that one instead. */
async function takenProblem(
  req: Request,
  enterprises: Enterprises,
  enterpriseId: string,
  code: 'code-taken' | 'name-taken',
) {
  const standing = await enterprises.load(scopeOf(req).streetId, enterpriseId);
  const firm = standing?.state.status === 'registered' ? standing.state.name : '';
  const path = code === 'code-taken' ? 'creditCode' : 'name';
  return problem(409, code, { fields: [{ path, code, message: labelOf(req, `${code}-by`, { firm, enterpriseId }) }] });
}

function fieldProblem(req: Request, path: string, code: string) {
  return problem(422, 'invalid-fields', { fields: [{ path, code, message: labelOf(req, code) }] });
}

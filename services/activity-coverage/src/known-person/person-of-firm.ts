import type { Request } from 'express';
import { problem, scopeOf } from '@qucheng/service-kit';
import { awaitKnown } from '../known-enterprise/await-known.ts';
import type { KnownPerson, KnownPersonStore } from './known-person-store.ts';

/** A young employee of this firm, present or past; 422 for anybody else. */
export async function personOfFirm(
  req: Request,
  people: KnownPersonStore,
  { personId, enterpriseId }: { personId: string; enterpriseId: string },
): Promise<KnownPerson> {
  const person = await awaitKnown(() => people.find(personId));
  if (person?.streetId !== scopeOf(req).streetId || person.enterpriseId !== enterpriseId) {
    throw problem(422, 'unknown-person');
  }
  return person;
}

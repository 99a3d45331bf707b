import type { Enterprises } from '../enterprise/enterprise-in-reach.ts';
import type { RegisteredEnterprise } from '../enterprise/enterprise.ts';
import type { DataKey } from '../person-key/data-key.ts';
import type { PersonKeyStore } from '../person-key/person-key-store.ts';

export interface FirmWithKeys {
  readonly firm: RegisteredEnterprise;
  /** Keys of its contacts, by id. */
  readonly keys: readonly (readonly [string, DataKey])[];
}

/** Those of these firms that are registered, as they stand now, with what it takes to compare their contacts. */
export async function firmsWithKeys(
  { enterprises, personKeys }: { readonly enterprises: Enterprises; readonly personKeys: PersonKeyStore },
  streetId: string,
  enterpriseIds: readonly string[],
): Promise<Map<string, FirmWithKeys>> {
  const standings = await Promise.all(enterpriseIds.map((enterpriseId) => enterprises.load(streetId, enterpriseId)));
  const firms = standings.flatMap((standing) => (standing?.state.status === 'registered' ? [standing.state] : []));
  const contactIds = firms.flatMap(({ contacts }) => contacts.map(({ contactId }) => contactId));
  const keys = await personKeys.open(streetId, contactIds);
  const keysOf = ({ contacts }: RegisteredEnterprise) =>
    contacts.flatMap(({ contactId }) => {
      const key = keys.get(contactId);
      return key === undefined ? [] : [[contactId, key] as const];
    });
  return new Map(firms.map((firm) => [firm.enterpriseId, { firm, keys: keysOf(firm) }]));
}

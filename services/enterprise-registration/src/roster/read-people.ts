import type { PersonKeyStore } from '../person-key/person-key-store.ts';
import { PersonFields } from './person-fields.ts';
import { present } from './roster.ts';
import type { Roster } from './roster.ts';

/** The fields of everyone who works in the firm now, by id; who was erased is not among them. */
export async function readPeople(
  personKeys: PersonKeyStore,
  streetId: string,
  roster: Roster,
): Promise<Map<string, PersonFields>> {
  const people = present(roster);
  const keys = await personKeys.open(
    streetId,
    people.map(({ personId }) => personId),
  );
  return new Map(
    people.flatMap(({ personId, sealed }) => {
      const key = keys.get(personId);
      return key === undefined || sealed === null ? [] : [[personId, PersonFields.parse(key.open(sealed))] as const];
    }),
  );
}

import type { Reaction } from '@qucheng/service-kit';
import type { KnownPersonStore } from '../known-person/known-person-store.ts';

export const onYoungEmployeeRegistered =
  ({ people }: { readonly people: KnownPersonStore }): Reaction<'YoungEmployeeRegistered'> =>
  async ({ data: { personId, enterpriseId }, streetid }) => {
    await people.arrive({ _id: personId, streetId: streetid, enterpriseId });
  };

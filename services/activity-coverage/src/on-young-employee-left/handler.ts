import type { Reaction } from '@qucheng/service-kit';
import type { KnownPersonStore } from '../known-person/known-person-store.ts';

export const onYoungEmployeeLeft =
  ({ people }: { readonly people: KnownPersonStore }): Reaction<'YoungEmployeeLeft'> =>
  async ({ data: { personId, on } }) => {
    await people.leave(personId, on);
  };

import type { Reaction } from '@qucheng/service-kit';
import type { StreetStore } from '../streets/street-store.ts';

export const onStreetOpened =
  ({ streets }: { readonly streets: StreetStore }): Reaction<'StreetOpened'> =>
  async ({ streetid, data: { name, district } }) => {
    await streets.keep(streetid, { street: name, district });
  };

import type { Reaction } from '@qucheng/service-kit';
import type { KnownEnterpriseStore } from '../known-enterprise/known-enterprise-store.ts';

export const onEnterpriseRegistered =
  ({ enterprises }: { readonly enterprises: KnownEnterpriseStore }): Reaction<'EnterpriseRegistered'> =>
  ({ data: { enterpriseId, name, communityId, ownerId }, streetid, streamversion }) =>
    enterprises.learn(enterpriseId, streamversion, { streetId: streetid, name, communityId, ownerId });

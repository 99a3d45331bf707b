import type { Reaction } from '@qucheng/service-kit';
import type { KnownEnterpriseStore } from '../known-enterprise/known-enterprise-store.ts';

export const onEnterpriseRegistered =
  ({ enterprises }: { readonly enterprises: KnownEnterpriseStore }): Reaction<'EnterpriseRegistered'> =>
  ({ data, streetid, streamversion }) =>
    enterprises.learn(data.enterpriseId, streamversion, { streetId: streetid, communityId: data.communityId });

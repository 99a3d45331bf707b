import type { Reaction } from '@qucheng/service-kit';
import type { KnownEnterpriseStore } from '../known-enterprise/known-enterprise-store.ts';

export const onOwnerAssigned =
  ({ enterprises }: { readonly enterprises: KnownEnterpriseStore }): Reaction<'OwnerAssigned'> =>
  ({ data: { enterpriseId, cadreId }, streamversion }) =>
    enterprises.learn(enterpriseId, streamversion, { ownerId: cadreId });

import type { Reaction } from '@qucheng/service-kit';
import type { KnownEnterpriseStore } from '../known-enterprise/known-enterprise-store.ts';

export const onEnterpriseCorrected =
  ({ enterprises }: { readonly enterprises: KnownEnterpriseStore }): Reaction<'EnterpriseCorrected'> =>
  ({ data: { enterpriseId, changes }, streamversion }) => {
    const { name, communityId } = changes;
    return enterprises.learn(enterpriseId, streamversion, {
      ...(name !== undefined && { name }),
      ...(communityId !== undefined && { communityId }),
    });
  };

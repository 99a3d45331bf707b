import type { Reaction } from '@qucheng/service-kit';
import type { KnownEnterpriseStore } from '../known-enterprise/known-enterprise-store.ts';

export const onEnterpriseCorrected =
  ({ enterprises }: { readonly enterprises: KnownEnterpriseStore }): Reaction<'EnterpriseCorrected'> =>
  async ({ data: { enterpriseId, changes }, streamversion }) => {
    if (changes.communityId === undefined) return;
    await enterprises.learn(enterpriseId, streamversion, { communityId: changes.communityId });
  };

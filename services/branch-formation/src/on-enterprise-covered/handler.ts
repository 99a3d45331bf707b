import type { Reaction } from '@qucheng/service-kit';
import type { Formations } from '../formation/formations.ts';

export const onEnterpriseCovered =
  ({ formations }: { readonly formations: Formations }): Reaction<'EnterpriseCovered'> =>
  async (event) => {
    const { enterpriseId, activityId, on, people, until } = event.data;
    await formations.record(event, enterpriseId, { type: 'CoverageRecorded', data: { activityId, on, people, until } });
  };

import type { Reaction } from '@qucheng/service-kit';
import type { Formations } from '../formation/formations.ts';

export const onEnterpriseRegistered =
  ({ formations }: { readonly formations: Formations }): Reaction<'EnterpriseRegistered'> =>
  async (event) => {
    const { enterpriseId, name, creditCode, noCodeReason, industry, communityId, headcounts, contactIds, source } =
      event.data;
    await formations.record(event, enterpriseId, {
      type: 'FirmRecorded',
      data: {
        seq: event.streamversion,
        registered: true,
        on: source.on,
        facts: { name, creditCode, noCodeReason, industry, communityId, headcounts, contactIds },
      },
    });
  };

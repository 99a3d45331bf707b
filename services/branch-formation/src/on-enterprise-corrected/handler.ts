import type { Reaction } from '@qucheng/service-kit';
import type { Formations } from '../formation/formations.ts';

export const onEnterpriseCorrected =
  ({ formations }: { readonly formations: Formations }): Reaction<'EnterpriseCorrected'> =>
  async (event) => {
    const { enterpriseId, changes, source } = event.data;
    const { name, creditCode, noCodeReason, industry, communityId, headcounts } = changes;
    await formations.record(event, enterpriseId, {
      type: 'FirmRecorded',
      data: {
        seq: event.streamversion,
        registered: false,
        on: source.on,
        facts: { name, creditCode, noCodeReason, industry, communityId, headcounts },
      },
    });
  };

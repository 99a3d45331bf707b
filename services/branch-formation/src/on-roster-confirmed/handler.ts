import type { Reaction } from '@qucheng/service-kit';
import type { Formations } from '../formation/formations.ts';

export const onRosterConfirmed =
  ({ formations }: { readonly formations: Formations }): Reaction<'RosterConfirmed'> =>
  async (event) => {
    const { enterpriseId, on } = event.data;
    await formations.record(event, enterpriseId, { type: 'RosterRecorded', data: { seq: event.streamversion, on } });
  };

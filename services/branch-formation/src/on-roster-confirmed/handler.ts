import type { Reaction } from '@qucheng/service-kit';
import type { Formations } from '../formation/formations.ts';

export const onRosterConfirmed =
  ({ formations }: { readonly formations: Formations }): Reaction<'RosterConfirmed'> =>
  async (event) => {
    const { enterpriseId, on, le28, le35 } = event.data;
    const data = { seq: event.streamversion, on, le28, le35 };
    await formations.record(event, enterpriseId, { type: 'RosterRecorded', data });
  };

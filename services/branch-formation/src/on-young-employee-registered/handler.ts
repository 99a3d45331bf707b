import type { Reaction } from '@qucheng/service-kit';
import type { Formations } from '../formation/formations.ts';

export const onYoungEmployeeRegistered =
  ({ formations }: { readonly formations: Formations }): Reaction<'YoungEmployeeRegistered'> =>
  async (event) => {
    const { enterpriseId, personId, birthYear, status } = event.data;
    const data = { seq: event.streamversion, personId, birthYear, status };
    await formations.record(event, enterpriseId, { type: 'PersonRecorded', data });
  };

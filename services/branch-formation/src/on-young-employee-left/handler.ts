import type { Reaction } from '@qucheng/service-kit';
import type { Formations } from '../formation/formations.ts';

export const onYoungEmployeeLeft =
  ({ formations }: { readonly formations: Formations }): Reaction<'YoungEmployeeLeft'> =>
  async (event) => {
    const { enterpriseId, personId } = event.data;
    await formations.record(event, enterpriseId, { type: 'PersonLeft', data: { seq: event.streamversion, personId } });
  };

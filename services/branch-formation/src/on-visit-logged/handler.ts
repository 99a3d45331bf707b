import type { Reaction } from '@qucheng/service-kit';
import type { Formations } from '../formation/formations.ts';

export const onVisitLogged =
  ({ formations }: { readonly formations: Formations }): Reaction<'VisitLogged'> =>
  async (event) => {
    const { enterpriseId, visitId, on, attitude, headcounts } = event.data;
    await formations.record(event, enterpriseId, {
      type: 'VisitRecorded',
      data: { visitId, on, attitude, headcounts },
    });
  };

import type { Reaction } from '@qucheng/service-kit';
import type { Formations } from '../formation/formations.ts';

export const onMemberVerified =
  ({ formations }: { readonly formations: Formations }): Reaction<'MemberVerified'> =>
  async (event) => {
    const { enterpriseId, personId, result } = event.data;
    const data = { seq: event.streamversion, personId, result };
    await formations.record(event, enterpriseId, { type: 'MemberChecked', data });
  };

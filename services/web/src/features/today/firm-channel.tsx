import { Channel } from '../../look/channel.tsx';
import { useFirmCard } from '../firm/firm-api.ts';

/** The small channel of a firm one has a promise with; nothing while it is not known. */
export function FirmChannel({ enterpriseId }: { readonly enterpriseId: string }) {
  const { data: firm } = useFirmCard(enterpriseId);
  if (!firm) return <div className="channel-space" />;
  return (
    <div className="channel-space">
      <Channel filled={firm.filled} towards={firm.towards} missing={firm.missing} small />
    </div>
  );
}

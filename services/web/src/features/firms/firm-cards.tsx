import { Link } from '@tanstack/react-router';
import { Channel } from '../../look/channel.tsx';
import type { FirmCard } from '../../requests/shapes.ts';
import { useNames } from '../directory/directory-api.ts';
import { NextStep, StageTag } from './firm-bits.tsx';

/** The list on a phone: one card per firm, the whole card is the link. */
export function FirmCards({ firms }: { readonly firms: readonly FirmCard[] }) {
  const names = useNames();
  return (
    <ul className="stack cards">
      {firms.map((firm) => (
        <li key={firm.enterpriseId}>
          <Link to="/enterprises/$enterpriseId" params={{ enterpriseId: firm.enterpriseId }} className="card card-link">
            <div className="spread">
              <b>{firm.name}</b>
              <StageTag firm={firm} />
            </div>
            <div className="muted">
              {[firm.industry, names.community(firm.communityId)].filter(Boolean).join(' · ')}
            </div>
            <Channel filled={firm.filled} towards={firm.towards} missing={firm.missing} small />
            <NextStep firm={firm} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

import type { ContractEvent } from '@qucheng/contracts';
import type { FormationEvent } from './formation-events.ts';

/**
 * Evidence was told by its own service already and stays inside; papers' details stay with the papers, and so do words
 * typed freely: they name people, and no erasure reaches a topic.
 */
export const toContract = (event: FormationEvent): ContractEvent | null => {
  switch (event.type) {
    case 'FirmRecorded':
    case 'VisitRecorded':
    case 'CoverageRecorded':
    case 'PersonRecorded':
    case 'MemberChecked':
    case 'PersonLeft':
    case 'RosterRecorded':
      return null;
    case 'FoundingApplied': {
      const { paper: _paper, ...data } = event.data;
      return { type: event.type, data };
    }
    case 'ApplicationReturned': {
      const { missing: _missing, ...data } = event.data;
      return { type: event.type, data };
    }
    case 'CommitteeConfirmed': {
      const { nationalSystemId: _nationalSystemId, ...data } = event.data;
      return { type: event.type, data };
    }
    case 'LiaisonNamed':
    case 'RouteChosen':
    case 'FoundingApproved':
    case 'ElectionHeld':
    case 'BranchFormed':
    case 'StageAdvanced':
    case 'StageReverted':
    case 'NextStepChanged':
      return event;
    default:
      return event satisfies never;
  }
};

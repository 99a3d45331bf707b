import type { ToContract } from '@qucheng/service-kit';
import type { FormationEvent } from './formation-events.ts';

/** Evidence was told by its own service already and stays inside; papers' details stay with the papers. */
export const toContract: ToContract<FormationEvent> = (event) => {
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
    case 'CommitteeConfirmed': {
      const { nationalSystemId: _nationalSystemId, ...data } = event.data;
      return { type: event.type, data };
    }
    case 'LiaisonNamed':
    case 'RouteChosen':
    case 'ApplicationReturned':
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

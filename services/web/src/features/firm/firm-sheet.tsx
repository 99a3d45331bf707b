import { lazySheet } from '../../look/lazy-sheet.tsx';
import type { FirmCard, NextAction } from '../../requests/shapes.ts';
import { LogVisitSheet } from './visits/log-visit-sheet.tsx';

/** The papers of founding are rare and long: they load when they are opened. */
const RosterSheet = lazySheet(async () => (await import('./roster/roster-sheet.tsx')).RosterSheet);
const RegisterYouthSheet = lazySheet(
  async () => (await import('./roster/register-youth-sheet.tsx')).RegisterYouthSheet,
);
const ConfirmRosterSheet = lazySheet(
  async () => (await import('./roster/confirm-roster-sheet.tsx')).ConfirmRosterSheet,
);
const CompleteRegistrationSheet = lazySheet(
  async () => (await import('./complete-registration-sheet.tsx')).CompleteRegistrationSheet,
);
const LiaisonSheet = lazySheet(async () => (await import('./formation/liaison-sheet.tsx')).LiaisonSheet);
const RouteSheet = lazySheet(async () => (await import('./formation/route-sheet.tsx')).RouteSheet);
const ApplySheet = lazySheet(async () => (await import('./formation/apply-sheet.tsx')).ApplySheet);
const DecideSheet = lazySheet(async () => (await import('./formation/decide-sheet.tsx')).DecideSheet);
const ElectionSheet = lazySheet(async () => (await import('./formation/election-sheet.tsx')).ElectionSheet);
const CommitteeSheet = lazySheet(async () => (await import('./formation/committee-sheet.tsx')).CommitteeSheet);

export type OpenSheet = Exclude<NextAction, 'invite-to-activity'> | 'roster';

export interface FirmSheetProps {
  readonly firm: FirmCard;
  readonly onClose: () => void;
}

interface Props extends FirmSheetProps {
  readonly open: OpenSheet;
  readonly onOpen: (sheet: OpenSheet) => void;
}

export function FirmSheet({ firm, open, onOpen, onClose }: Props) {
  return sheetOf(open, { firm, onClose }, onOpen);
}

function sheetOf(open: OpenSheet, props: FirmSheetProps, onOpen: (sheet: OpenSheet) => void) {
  switch (open) {
    case 'log-visit':
      return (
        <LogVisitSheet
          enterpriseId={props.firm.enterpriseId}
          enterpriseName={props.firm.name}
          onClose={props.onClose}
        />
      );
    case 'roster':
    case 'verify-members':
      return <RosterSheet {...props} onOpen={onOpen} />;
    case 'register-youth':
      return <RegisterYouthSheet {...props} />;
    case 'confirm-roster':
      return <ConfirmRosterSheet {...props} onOpen={onOpen} />;
    case 'complete-registration':
      return <CompleteRegistrationSheet {...props} />;
    case 'name-liaison':
      return <LiaisonSheet {...props} onOpen={onOpen} />;
    case 'choose-route':
      return <RouteSheet {...props} />;
    case 'apply':
      return <ApplySheet {...props} />;
    case 'approve':
      return <DecideSheet {...props} />;
    case 'elect':
      return <ElectionSheet {...props} />;
    case 'confirm-committee':
      return <CommitteeSheet {...props} />;
  }
}

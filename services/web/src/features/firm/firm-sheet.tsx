import { lazy, Suspense } from 'react';
import type { FirmCard, NextAction } from '../../requests/shapes.ts';
import { LogVisitSheet } from './visits/log-visit-sheet.tsx';

/** The papers of founding are rare and long: they load when they are opened. */
const RosterSheet = lazy(async () => ({ default: (await import('./roster/roster-sheet.tsx')).RosterSheet }));
const RegisterYouthSheet = lazy(async () => ({
  default: (await import('./roster/register-youth-sheet.tsx')).RegisterYouthSheet,
}));
const ConfirmRosterSheet = lazy(async () => ({
  default: (await import('./roster/confirm-roster-sheet.tsx')).ConfirmRosterSheet,
}));
const CompleteRegistrationSheet = lazy(async () => ({
  default: (await import('./complete-registration-sheet.tsx')).CompleteRegistrationSheet,
}));
const LiaisonSheet = lazy(async () => ({ default: (await import('./formation/liaison-sheet.tsx')).LiaisonSheet }));
const RouteSheet = lazy(async () => ({ default: (await import('./formation/route-sheet.tsx')).RouteSheet }));
const ApplySheet = lazy(async () => ({ default: (await import('./formation/apply-sheet.tsx')).ApplySheet }));
const DecideSheet = lazy(async () => ({ default: (await import('./formation/decide-sheet.tsx')).DecideSheet }));
const ElectionSheet = lazy(async () => ({ default: (await import('./formation/election-sheet.tsx')).ElectionSheet }));
const CommitteeSheet = lazy(async () => ({
  default: (await import('./formation/committee-sheet.tsx')).CommitteeSheet,
}));

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
  return <Suspense fallback={null}>{sheetOf(open, { firm, onClose }, onOpen)}</Suspense>;
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

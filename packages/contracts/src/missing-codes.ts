/**
 * Codes of missing items on the road to a branch, by the stage or command that names them. Stable: language
 * catalogues, links and tests rest on them. `have` / `need` are filled where the text after a code says so.
 */
export const MISSING_CODES = [
  // surveyed
  'registration',
  'creditCode',
  'industry',
  'community',
  // visited
  'visit',
  'headcounts',
  // activityCovered
  'attendee', // have, need: people checked in
  // liaisonNamed
  'liaison',
  'ownerAttitude',
  'personInFirm',
  // rosterVerified
  'rosterConfirmation',
  'rosterOld', // have: days since confirmed, need: at most
  'unverifiedMembers', // have: members still to be verified
  // ready and the routes
  'route',
  'members', // have, need
  'youths', // have, need
  'applicant', // have, need
  'soloInstead', // have: enough members for a branch of their own
  'partnerConsent',
  'endDate',
  // applied
  'application',
  'reason',
  'secretaryCandidate',
  'candidateInRoster', // field
  'candidateMember', // field
  'candidateOnce', // field
  'seal',
  'partyBodyCopy',
  'form',
  // approved
  'approval', // have: days waiting, need: days allowed
  'dateNotInFuture', // field
  'dateAfterPrevious', // field
  // elected
  'election',
  'appointment',
  'dueBelowMembers', // have: due, need: members of the confirmed roster; field
  'quorum', // have: present, need
  'presentWithinDue', // have, need
  'ballotsSent', // have, need: at most those present
  'ballotsReturned', // have, need: at most those sent
  'ballotsValid', // have, need: at most those returned
  'votesWithinBallots', // have, need: at most the valid ballots; field
  'majority', // have: votes, need; field
  'secretary', // have, need: exactly one
  'committeeSize', // have, need
  'withoutCommittee', // need: members from which a committee is elected
  // formed
  'committee',
  'transfers',
  'secretaryInFirm',
  // warnings
  'candidateOverLeagueAge', // have: age, need: at most, unless a Party member; field
  'candidateOverAge', // have: age, need: at most; field
] as const;
export type MissingCode = (typeof MISSING_CODES)[number];

/** What the one button under 差什么 does. */
export const NEXT_ACTIONS = [
  'complete-registration',
  'log-visit',
  'invite-to-activity',
  'name-liaison',
  'register-youth',
  'verify-members',
  'confirm-roster',
  'choose-route',
  'apply',
  'approve',
  'elect',
  'confirm-committee',
] as const;
export type NextAction = (typeof NEXT_ACTIONS)[number];

import type { MissingItem } from '@qucheng/contracts';
import type { Rules } from '@qucheng/service-kit';
import type { Formation } from '../formation/formation.ts';
import { item, itemsWhere } from '../formation/item.ts';
import { countPeople, countRosterMembers, employeeOf, mayStand } from '../formation/people.ts';
import { WRITTEN } from '../formation/written-rules.ts';
import type { HoldElection } from './hold-election.ts';

const action = { action: 'elect' } as const;

/** What the record of the meeting lacks to be a valid election. */
export const missingInElection = (
  record: HoldElection,
  formation: Formation,
  rules: Rules,
  today: string,
): MissingItem[] => [
  ...attendanceGaps(record, countRosterMembers(formation), rules),
  ...ballotGaps(record),
  ...electedGaps(record, formation),
  ...committeeGaps(record, countPeople(formation, today).members, rules),
];

function attendanceGaps({ due, present }: HoldElection, members: number, rules: Rules): MissingItem[] {
  // Rounded first: 0.8 × 15 must not ask for a thirteenth person.
  const need = Math.max(1, Math.ceil(Number((due * rules.number('election.quorum')).toFixed(6))));
  const rule = rules.ref('election.quorum');
  return itemsWhere(
    // A quorum is a share of all who may vote: who leaves members out of the call has none.
    [
      due < members,
      () => item('dueBelowMembers', 'elected', rule, { have: due, need: members, field: 'due', ...action }),
    ],
    [present < need, () => item('quorum', 'elected', rule, { have: present, need, field: 'present', ...action })],
    [
      present > due,
      () => item('presentWithinDue', 'elected', rule, { have: present, need: due, field: 'present', ...action }),
    ],
  );
}

/** valid ≤ returned ≤ sent ≤ present. */
function ballotGaps({ present, ballots: { sent, returned, valid } }: HoldElection): MissingItem[] {
  const gap = (code: 'ballotsSent' | 'ballotsReturned' | 'ballotsValid', have: number, need: number, field: string) =>
    [have > need, () => item(code, 'elected', WRITTEN.ballots, { have, need, field, ...action })] as const;
  return itemsWhere(
    gap('ballotsSent', sent, present, 'ballots.sent'),
    gap('ballotsReturned', returned, sent, 'ballots.returned'),
    gap('ballotsValid', valid, returned, 'ballots.valid'),
  );
}

function electedGaps({ elected, ballots: { valid } }: HoldElection, formation: Formation): MissingItem[] {
  const majority = Math.floor(valid / 2) + 1;
  return elected.flatMap(({ personId, votes }, index) => {
    const field = `elected[${String(index)}]`;
    const person = employeeOf(formation, personId);
    const named = elected.findIndex((other) => other.personId === personId);
    return itemsWhere(
      [named !== index, () => item('candidateOnce', 'elected', WRITTEN.candidates, { field, ...action })],
      [person === undefined, () => item('candidateInRoster', 'elected', WRITTEN.candidates, { field, ...action })],
      [
        person !== undefined && !mayStand(person),
        () => item('candidateMember', 'elected', WRITTEN.candidates, { field, action: 'verify-members' }),
      ],
      [
        votes < majority,
        () => item('majority', 'elected', WRITTEN.majority, { have: votes, need: majority, field, ...action }),
      ],
      [
        votes > valid,
        () => item('votesWithinBallots', 'elected', WRITTEN.ballots, { have: votes, need: valid, field, ...action }),
      ],
    );
  });
}

/** Few members elect a secretary, and a deputy if needed; from a number on they elect a committee. */
function committeeGaps({ elected }: HoldElection, members: number, rules: Rules): MissingItem[] {
  const from = rules.number('election.committeeFrom');
  const [least, most] = [rules.number('election.committeeMin'), rules.number('election.committeeMax')];
  const having = (...posts: string[]) => elected.filter(({ post }) => posts.includes(post)).length;
  const secretaries = having('secretary');
  const only = having('secretary', 'deputySecretary') === elected.length && having('deputySecretary') <= 1;
  const field = 'elected';
  const size = { have: elected.length, need: elected.length < least ? least : most, field, ...action };
  const outside = elected.length < least || elected.length > most;
  return itemsWhere(
    [
      secretaries !== 1,
      () =>
        item('secretary', 'elected', rules.ref('election.committeeFrom'), {
          have: secretaries,
          need: 1,
          field,
          ...action,
        }),
    ],
    [
      members < from && !only,
      () =>
        item('withoutCommittee', 'elected', rules.ref('election.committeeFrom'), {
          have: members,
          need: from,
          field,
          ...action,
        }),
    ],
    [
      members >= from && outside,
      () =>
        item(
          'committeeSize',
          'elected',
          rules.ref(elected.length < least ? 'election.committeeMin' : 'election.committeeMax'),
          size,
        ),
    ],
  );
}

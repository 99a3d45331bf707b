import type { MissingItem } from '@qucheng/contracts';
import { refuse, refuseAbsent, refuseConflict } from '@qucheng/event-store';
import { addMonths } from '@qucheng/service-kit';
import type { Rules } from '@qucheng/service-kit';
import type { DecideFormation } from '../formation/consequences.ts';
import { dateGaps } from '../formation/dates.ts';
import type { Branch, Formation } from '../formation/formation.ts';
import { item, itemsWhere } from '../formation/item.ts';
import { countPeople, employeeOf } from '../formation/people.ts';
import { foundingMembers } from '../formation/routes.ts';
import { WRITTEN } from '../formation/written-rules.ts';

export interface ConfirmCommittee {
  readonly branchId: string;
  readonly replyNo: string;
  readonly termFrom: string;
  readonly transfersStarted: boolean;
  readonly nationalSystemId: string;
}

/** A reply may let the term begin later, but 2206 is 2026 mistyped, and a confirmed term stays for good. */
const MOST_MONTHS_AHEAD = 12;

/** The street confirms who was elected. With organisation, cadre and members all there, the branch is formed. */
export const confirmCommittee: DecideFormation<ConfirmCommittee> = (
  command,
  formation,
  { enterpriseId, rules, today },
) => {
  const { branchId, replyNo, termFrom, nationalSystemId } = command;
  const { application, branch } = formation;
  if (branch?.branchId !== branchId || application === null) return refuseAbsent();
  if (branch.committee !== null) return branch.committee.replyNo === replyNo ? [] : refuseConflict('already-formed');
  if (branch.election === null)
    return refuse('not-elected', [item('election', 'elected', WRITTEN.majority, { action: 'elect' })]);
  const gaps = missingToForm(command, formation, branch.election, rules, today);
  if (gaps.length > 0) return refuse('not-yet-formed', gaps);
  if (termFrom > addMonths(today, MOST_MONTHS_AHEAD))
    return refuse('term-too-late', [
      item('committee', 'formed', WRITTEN.committeeReply, { field: 'termFrom', action: 'confirm-committee' }),
    ]);
  const termTo = addMonths(termFrom, 12 * rules.number('election.termYears'));
  const { members } = countPeople(formation, today);
  const { enterpriseIds, form } = application;
  return [
    { type: 'CommitteeConfirmed', data: { branchId, enterpriseId, replyNo, termFrom, termTo, nationalSystemId } },
    {
      type: 'BranchFormed',
      data: { branchId, enterpriseId, enterpriseIds, form, fullName: branch.fullName, members, on: today },
    },
  ];
};

function missingToForm(
  { termFrom, transfersStarted }: ConfirmCommittee,
  formation: Formation,
  { elected, on }: NonNullable<Branch['election']>,
  rules: Rules,
  today: string,
): MissingItem[] {
  const action = { action: 'confirm-committee' } as const;
  const secretary = elected.find(({ post }) => post === 'secretary');
  const stayed = secretary !== undefined && employeeOf(formation, secretary.personId) !== undefined;
  return [
    ...itemsWhere(
      [
        !transfersStarted,
        () => item('transfers', 'formed', WRITTEN.committeeReply, { field: 'transfersStarted', ...action }),
      ],
      [!stayed, () => item('secretaryInFirm', 'formed', WRITTEN.orgCadreMembers, action)],
    ),
    ...foundingMembers(formation, rules, today).map((gap): MissingItem => ({ ...gap, stage: 'formed' })),
    ...dateGaps(termFrom, { stage: 'formed', notBefore: on, field: 'termFrom', action: 'confirm-committee' }),
  ];
}

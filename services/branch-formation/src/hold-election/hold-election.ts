import type { EventData } from '@qucheng/contracts';
import { refuse, refuseAbsent, refuseConflict } from '@qucheng/event-store';
import type { DecideFormation } from '../formation/consequences.ts';
import { dateGaps } from '../formation/dates.ts';
import { missingInElection } from './election-gaps.ts';

export type HoldElection = Omit<EventData<'ElectionHeld'>, 'enterpriseId'>;

export const holdElection: DecideFormation<HoldElection> = (record, formation, { enterpriseId, rules, today }) => {
  const { branch } = formation;
  if (branch?.branchId !== record.branchId) return refuseAbsent();
  if (branch.election !== null) return saysTheSame(record, branch.election) ? [] : refuseConflict('already-elected');
  const gaps = [
    ...missingInElection(record, formation, rules, today),
    ...dateGaps(record.on, { stage: 'elected', notBefore: branch.approvedOn, today, field: 'on', action: 'elect' }),
  ];
  if (gaps.length > 0) return refuse('election-invalid', gaps);
  return [{ type: 'ElectionHeld', data: { ...record, enterpriseId } }];
};

const saysTheSame = (record: HoldElection, held: HoldElection): boolean =>
  JSON.stringify(facts(record)) === JSON.stringify(facts(held));

const facts = ({ due, present, ballots, elected, on }: HoldElection) => [
  due,
  present,
  [ballots.sent, ballots.returned, ballots.valid],
  elected.map(({ post, personId, votes }) => [post, personId, votes]),
  on,
];

import type { FormationEvent } from '../formation/formation-events.ts';
import { refusalOf } from '../testing/deciding.ts';
import {
  applied,
  approved,
  branch,
  elected,
  firm,
  fullName,
  givenFormation,
  left,
  readyAlone,
  rulesWith,
  today,
  tools,
} from '../testing/road.ts';
import { confirmCommittee } from './confirm-committee.ts';

const reply = {
  branchId: branch,
  replyNo: '江团复〔2026〕9号',
  termFrom: today,
  transfersStarted: true,
  nationalSystemId: '320213-0007',
};
const voted = [...readyAlone, applied(), approved, elected];
const confirmed = (termTo: string): FormationEvent[] => [
  {
    type: 'CommitteeConfirmed',
    data: {
      branchId: branch,
      enterpriseId: firm,
      replyNo: reply.replyNo,
      termFrom: today,
      termTo,
      nationalSystemId: '320213-0007',
    },
  },
  {
    type: 'BranchFormed',
    data: {
      branchId: branch,
      enterpriseId: firm,
      enterpriseIds: [firm],
      form: 'branch',
      fullName,
      members: 3,
      on: today,
    },
  },
];

describe('confirming the committee', () => {
  it('forms the branch for a term of three years', () => {
    givenFormation(...voted)
      .when(confirmCommittee, reply, tools())
      .then(...confirmed('2029-11-23'));
  });

  it('takes the term from the street’s setting', () => {
    givenFormation(...voted)
      .when(confirmCommittee, reply, tools({ rules: rulesWith({ 'election.termYears': 5 }) }))
      .then(...confirmed('2031-11-23'));
  });

  it('waits for the election', () => {
    expect(refusalOf([...readyAlone, applied(), approved], confirmCommittee, reply)).toEqual({
      code: 'not-elected',
      missing: ['election'],
    });
  });

  it('forms nothing on paper: organisation, cadre and members have to be there', () => {
    expect(refusalOf(voted, confirmCommittee, { ...reply, transfersStarted: false })?.missing).toEqual(['transfers']);
    expect(refusalOf([...voted, left(2)], confirmCommittee, reply)?.missing).toEqual(['members']);
    expect(refusalOf([...voted, left(1)], confirmCommittee, reply)?.missing).toEqual(['secretaryInFirm', 'members']);
    expect(refusalOf(voted, confirmCommittee, { ...reply, termFrom: '2026-01-01' })?.missing).toEqual([
      'dateAfterPrevious',
    ]);
  });

  it('takes no term that begins more than a year ahead, which is a slip of the pen', () => {
    expect(refusalOf(voted, confirmCommittee, { ...reply, termFrom: '2027-11-23' })).toBeUndefined();
    for (const termFrom of ['2027-11-24', '2206-11-23', '9998-01-01']) {
      expect(refusalOf(voted, confirmCommittee, { ...reply, termFrom })).toEqual({
        code: 'term-too-late',
        missing: ['committee'],
      });
    }
  });

  it('stays quiet the second time, and keeps the first reply', () => {
    givenFormation(...voted, ...confirmed('2029-11-23'))
      .when(confirmCommittee, reply, tools())
      .thenNothingHappened();
    givenFormation(...voted, ...confirmed('2029-11-23'))
      .when(confirmCommittee, { ...reply, replyNo: '10号' }, tools())
      .thenRefused('already-formed');
  });
});

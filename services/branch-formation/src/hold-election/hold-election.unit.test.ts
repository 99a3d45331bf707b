import { refusalOf } from '../testing/deciding.ts';
import {
  applied,
  approved,
  branch,
  checked,
  elected,
  employed,
  givenFormation,
  goodElection,
  left,
  members,
  person,
  readyAlone,
  registered,
  rosterConfirmed,
  routeChosen,
  rulesWith,
  tools,
  visited,
} from '../testing/road.ts';
import { holdElection } from './hold-election.ts';
import type { HoldElection } from './hold-election.ts';

const waiting = [...readyAlone, applied(), approved];
const withMembers = (count: number) => [
  registered,
  visited(),
  ...members(count),
  rosterConfirmed(),
  routeChosen(),
  applied(),
  approved,
];
const missingIn = (change: Partial<HoldElection>, history = waiting) =>
  refusalOf(history, holdElection, { ...goodElection, ...change })?.missing;
const committee = (size: number): HoldElection => ({
  ...goodElection,
  due: 8,
  present: 8,
  ballots: { sent: 8, returned: 8, valid: 8 },
  elected: Array.from({ length: size }, (_, index) => ({
    post: index === 0 ? ('secretary' as const) : ('committeeMember' as const),
    personId: person(index + 1),
    votes: 6,
  })),
});

describe('electing', () => {
  it('records a valid election', () => {
    givenFormation(...waiting)
      .when(holdElection, goodElection, tools())
      .then(elected);
  });

  it('counts the quorum as the street sets it', () => {
    const five = { due: 5, present: 3, ballots: { sent: 3, returned: 3, valid: 3 } };
    const rule = rulesWith().ref('election.quorum');
    givenFormation(...waiting)
      .when(holdElection, { ...goodElection, ...five }, tools())
      .thenRefused('election-invalid', [
        { code: 'quorum', stage: 'elected', have: 3, need: 4, field: 'present', action: 'elect', rule },
      ]);
    expect(
      refusalOf(waiting, holdElection, { ...goodElection, ...five }, { rules: rulesWith({ 'election.quorum': 0.5 }) }),
    ).toBeUndefined();
    expect(missingIn({ due: 15, present: 12, ballots: { sent: 12, returned: 12, valid: 3 } })).toBeUndefined();
  });

  it('calls all members of the confirmed roster, so that no small number makes a quorum', () => {
    const one = { due: 1, present: 1, ballots: { sent: 1, returned: 1, valid: 1 } };
    const alone = { ...goodElection, ...one, elected: [{ post: 'secretary' as const, personId: person(1), votes: 1 }] };
    const rule = rulesWith().ref('election.quorum');
    givenFormation(...waiting)
      .when(holdElection, alone, tools())
      .thenRefused('election-invalid', [
        { code: 'dueBelowMembers', stage: 'elected', have: 1, need: 3, field: 'due', action: 'elect', rule },
      ]);
  });

  it('calls nobody who has left, and need not call who joined since the roster was confirmed', () => {
    const joined = [employed(700, 'memberClaimed'), checked(700)];
    expect(missingIn({}, [...waiting, ...joined])).toBeUndefined();
    const two = { due: 2, present: 2, ballots: { sent: 2, returned: 2, valid: 2 } };
    const elected = [{ post: 'secretary' as const, personId: person(1), votes: 2 }];
    expect(missingIn({ ...two, elected }, [...waiting, left(2)])).toBeUndefined();
    expect(missingIn({ ...two, elected })).toEqual(['dueBelowMembers']);
  });

  it('needs somebody to be present', () => {
    expect(missingIn({ due: 0, present: 0, ballots: { sent: 0, returned: 0, valid: 0 } })).toContain('quorum');
  });

  it('lets no number exceed the one it comes from', () => {
    expect(missingIn({ present: 4 })).toEqual(['presentWithinDue']);
    expect(missingIn({ ballots: { sent: 4, returned: 3, valid: 3 } })).toEqual(['ballotsSent']);
    expect(missingIn({ ballots: { sent: 3, returned: 4, valid: 3 } })).toEqual(['ballotsReturned']);
    expect(missingIn({ ballots: { sent: 3, returned: 2, valid: 3 } })).toEqual(['ballotsValid']);
    expect(missingIn({ elected: [{ post: 'secretary', personId: person(1), votes: 4 }] })).toEqual([
      'votesWithinBallots',
    ]);
  });

  it('elects only with more than half', () => {
    const four = { due: 4, present: 4, ballots: { sent: 4, returned: 4, valid: 4 } };
    expect(missingIn({ ...four, elected: [{ post: 'secretary', personId: person(1), votes: 2 }] })).toEqual([
      'majority',
    ]);
    expect(missingIn({ ...four, elected: [{ post: 'secretary', personId: person(1), votes: 3 }] })).toBeUndefined();
  });

  it('elects people of the firm who may stand, each once', () => {
    const deputy = (number: number) => ({
      elected: [...goodElection.elected, { post: 'deputySecretary' as const, personId: person(number), votes: 2 }],
    });
    expect(missingIn(deputy(2))).toBeUndefined();
    expect(missingIn(deputy(1))).toEqual(['candidateOnce']);
    expect(missingIn(deputy(77))).toEqual(['candidateInRoster']);
    expect(missingIn(deputy(8), [...waiting, employed(8, 'none')])).toEqual(['candidateMember']);
  });

  it('gives a small branch one secretary, and a deputy if needed', () => {
    expect(missingIn({ elected: [{ post: 'committeeMember', personId: person(1), votes: 3 }] })).toEqual([
      'secretary',
      'withoutCommittee',
    ]);
    expect(
      missingIn({ elected: goodElection.elected.concat({ post: 'publicityOfficer', personId: person(2), votes: 3 }) }),
    ).toEqual(['withoutCommittee']);
  });

  it('gives seven members and more a committee of three to seven', () => {
    expect(missingIn(committee(2), withMembers(8))).toEqual(['committeeSize']);
    expect(missingIn(committee(3), withMembers(8))).toBeUndefined();
    expect(missingIn(committee(7), withMembers(8))).toBeUndefined();
    expect(missingIn(committee(8), withMembers(8))).toEqual(['committeeSize']);
    expect(missingIn(committee(3), withMembers(6))).toEqual(['withoutCommittee']);
  });

  it('follows the approval and lies not ahead', () => {
    expect(missingIn({ on: '2026-11-22' })).toEqual(['dateAfterPrevious']);
    expect(missingIn({ on: '2026-12-01' })).toEqual(['dateNotInFuture']);
    givenFormation(...readyAlone, applied())
      .when(holdElection, goodElection, tools())
      .thenRefused('not-found');
  });

  it('stays quiet when the same record arrives twice, and keeps the first one', () => {
    givenFormation(...waiting, elected)
      .when(holdElection, goodElection, tools())
      .thenNothingHappened();
    givenFormation(...waiting, elected)
      .when(holdElection, { ...goodElection, branchId: branch, present: 2 }, tools())
      .thenRefused('already-elected');
  });
});

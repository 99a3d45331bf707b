import { refusalOf } from '../testing/deciding.ts';
import {
  application,
  applied,
  approved,
  complete,
  covered,
  employed,
  firm,
  givenFormation,
  left,
  liaisonNamed,
  members,
  person,
  readyAlone,
  registered,
  rosterConfirmed,
  routeChosen,
  rulesWith,
  today,
  tools,
  visited,
} from '../testing/road.ts';
import { applyForFounding } from './apply-for-founding.ts';
import type { ApplyForFounding } from './apply-for-founding.ts';

describe('applying for a branch', () => {
  it('records the application of a ready firm', () => {
    givenFormation(...readyAlone)
      .when(applyForFounding, complete, tools())
      .then(applied());
  });

  it('needs neither activity nor liaison by rule', () => {
    givenFormation(registered, visited(), ...members(3), rosterConfirmed(), routeChosen())
      .when(applyForFounding, complete, tools())
      .then(applied());
  });

  it('names everything a firm lacks that was only registered', () => {
    expect(refusalOf([registered], applyForFounding, complete)).toEqual({
      code: 'not-ready',
      missing: ['visit', 'headcounts', 'rosterConfirmation', 'members'],
    });
  });

  it('does not take coverage and goodwill for members', () => {
    const history = [registered, visited(), covered(), liaisonNamed, ...members(2), rosterConfirmed(), routeChosen()];
    expect(refusalOf(history, applyForFounding, complete)?.missing).toEqual(['members']);
  });

  it('asks for a fresh roster, with its age and the rule', () => {
    const history = [registered, visited(), ...members(3), rosterConfirmed('2026-08-11'), routeChosen()];
    const rule = rulesWith().ref('roster.maxAgeDays');
    givenFormation(...history)
      .when(applyForFounding, complete, tools())
      .thenRefused('not-ready', [
        { code: 'rosterOld', stage: 'rosterVerified', have: 104, need: 90, action: 'confirm-roster', rule },
      ]);
  });

  it('asks for members still to be verified', () => {
    expect(refusalOf([...readyAlone, employed(7, 'memberClaimed')], applyForFounding, complete)?.missing).toEqual([
      'unverifiedMembers',
    ]);
  });

  it('notices that a member has left since the route was chosen', () => {
    expect(refusalOf([...readyAlone, left(2)], applyForFounding, complete)?.missing).toEqual(['members']);
  });

  it('names the missing candidate', () => {
    expect(refusalOf(readyAlone, applyForFounding, { ...complete, candidates: [] })).toEqual({
      code: 'application-incomplete',
      missing: ['secretaryCandidate'],
    });
  });

  it('names every gap of an empty paper at once', () => {
    const empty: ApplyForFounding = {
      form: 'generalBranch',
      reason: null,
      candidates: [],
      sealed: false,
      copiedToPartyBody: false,
    };
    expect(refusalOf(readyAlone, applyForFounding, empty)?.missing).toEqual([
      'form',
      'reason',
      'secretaryCandidate',
      'seal',
      'partyBodyCopy',
    ]);
  });

  it('takes only members and Party members of the firm as candidates, each once', () => {
    const secretary = complete.candidates;
    const deputy = (number: number) => ({
      ...complete,
      candidates: [...secretary, { post: 'deputySecretary' as const, personId: person(number) }],
    });
    const history = [...readyAlone, employed(8, 'none'), employed(9, 'partyMember', 1992)];
    expect(refusalOf(history, applyForFounding, deputy(99))?.missing).toEqual(['candidateInRoster']);
    expect(refusalOf(history, applyForFounding, deputy(8))?.missing).toEqual(['candidateMember']);
    expect(refusalOf(history, applyForFounding, deputy(1))?.missing).toEqual(['candidateOnce']);
    expect(refusalOf(history, applyForFounding, deputy(9))).toBeUndefined();
  });

  it('does not found a branch on applicants alone', () => {
    const youths = Array.from({ length: 15 }, (_, index) => employed(50 + index, index === 0 ? 'applicant' : 'none'));
    const developing = [registered, visited(), ...youths, rosterConfirmed(), routeChosen('developFirst')];
    expect(refusalOf(developing, applyForFounding, complete)).toMatchObject({
      code: 'application-incomplete',
      missing: ['members', 'candidateInRoster'],
    });
    expect(refusalOf([...developing, ...members(3)], applyForFounding, complete)).toBeUndefined();
  });

  it('asks for the form of the route that was chosen', () => {
    givenFormation(registered, visited(), ...members(30), rosterConfirmed(), routeChosen('general'))
      .when(applyForFounding, complete, tools({ newId: () => application }))
      .then({
        type: 'FoundingApplied',
        data: {
          applicationId: application,
          enterpriseId: firm,
          enterpriseIds: [firm],
          form: 'generalBranch',
          candidates: complete.candidates,
          members: 30,
          le35: 30,
          on: today,
          paper: { reason: complete.reason ?? '', copiedToPartyBody: null },
        },
      });
  });

  it('stays quiet when the same application arrives twice', () => {
    givenFormation(...readyAlone, applied())
      .when(applyForFounding, complete, tools())
      .thenNothingHappened();
  });

  it('takes no second application while one waits or after the reply', () => {
    const other = { ...complete, reason: '另一事由' };
    givenFormation(...readyAlone, applied())
      .when(applyForFounding, other, tools())
      .thenRefused('already-applied');
    givenFormation(...readyAlone, applied(), approved)
      .when(applyForFounding, other, tools())
      .thenRefused('already-approved');
  });
});

import { given } from '@qucheng/testing';
import { confirmRoster } from '../confirm-roster/confirm-roster.ts';
import { eraseYouth } from '../erase-youth/erase-youth.ts';
import { recordLeave } from '../record-leave/record-leave.ts';
import { registerYouth } from '../register-youth/register-youth.ts';
import { revealYouth } from '../reveal-youth/reveal-youth.ts';
import { verifyMember } from '../verify-member/verify-member.ts';
import { ageOn } from './count-roster.ts';
import { rosterKind } from './roster.ts';
import type { RosterEvent } from './roster.ts';

const enterpriseId = '01K00000000000000000000000';
const today = '2026-11-23';
const birthDates: Record<string, string> = { ANN: '1999-05-28', BEN: '1998-11-24', CAO: '1992-01-02' };
const tools = { today, birthDateOf: (personId: string) => birthDates[personId] };

const registered = (
  personId: string,
  status: 'none' | 'memberClaimed' | 'partyMember' = 'memberClaimed',
): RosterEvent => ({
  type: 'YoungEmployeeRegistered',
  data: {
    personId,
    enterpriseId,
    birthYear: Number(birthDates[personId]?.slice(0, 4)),
    status,
    consentOn: today,
    sealed: 'x',
  },
});
const verified = (personId: string, result: 'member' | 'notMember' = 'member') =>
  ({ type: 'MemberVerified', data: { personId, enterpriseId, method: 'certificate', result, on: today } }) as const;
const left = (personId: string) =>
  ({ type: 'YoungEmployeeLeft', data: { personId, enterpriseId, on: today } }) as const;
const erased = (personId: string) => ({ type: 'PersonErased', data: { personId, enterpriseId, on: today } }) as const;

describe('registering a young employee', () => {
  const person = {
    personId: 'ANN',
    enterpriseId,
    birthDate: '1999-05-28',
    status: 'memberClaimed',
    sealed: 'x',
    today,
    twinId: undefined,
  } as const;
  it('keeps the year of birth and what was claimed, with the rest sealed', () => {
    given(rosterKind).when(registerYouth, person, {}).then(registered('ANN'));
  });
  it('refuses the same person a second time, unless the first has left', () => {
    const again = { ...person, twinId: 'BEN' };
    given(rosterKind, registered('BEN')).when(registerYouth, again, {}).thenRefused('already-on-roster');
    given(rosterKind, registered('BEN'), left('BEN')).when(registerYouth, again, {}).then(registered('ANN'));
  });
  it('refuses who is over 35', () => {
    given(rosterKind)
      .when(registerYouth, { ...person, birthDate: '1990-11-23' }, {})
      .thenRefused('too-old');
  });
  it('refuses who is under 16', () => {
    given(rosterKind)
      .when(registerYouth, { ...person, birthDate: '2010-11-24' }, {})
      .thenRefused('too-young');
  });
});

describe('verifying a member', () => {
  it('records what was found', () => {
    given(rosterKind, registered('ANN')).when(verifyMember, verified('ANN').data, {}).then(verified('ANN'));
  });
  it('stays quiet when it is known already', () => {
    given(rosterKind, registered('ANN'), verified('ANN'))
      .when(verifyMember, verified('ANN').data, {})
      .thenNothingHappened();
  });
  it('finds members among those who said nothing', () => {
    given(rosterKind, registered('ANN', 'none')).when(verifyMember, verified('ANN').data, {}).then(verified('ANN'));
  });
  it('does not find out that somebody is no member who never claimed to be one', () => {
    given(rosterKind, registered('ANN', 'none'))
      .when(verifyMember, verified('ANN', 'notMember').data, {})
      .thenRefused('not-a-claimed-member');
  });
  it('knows only who works in the firm now', () => {
    given(rosterKind, registered('ANN'), left('ANN'))
      .when(verifyMember, verified('ANN').data, {})
      .thenRefused('not-on-roster');
  });
});

describe('confirming the roster', () => {
  it('counts members, claims and ages of that day', () => {
    given(rosterKind, registered('ANN'), registered('BEN'), registered('CAO', 'none'), verified('ANN'))
      .when(confirmRoster, { enterpriseId, on: today }, tools)
      .then({
        type: 'RosterConfirmed',
        data: { enterpriseId, members: 1, unverified: 1, le28: 2, le35: 3, on: today },
      });
  });
  it('does not count who left', () => {
    given(rosterKind, registered('ANN'), registered('BEN'), left('BEN'))
      .when(confirmRoster, { enterpriseId, on: today }, tools)
      .then({
        type: 'RosterConfirmed',
        data: { enterpriseId, members: 0, unverified: 1, le28: 1, le35: 1, on: today },
      });
  });
  it('needs somebody on it', () => {
    given(rosterKind).when(confirmRoster, { enterpriseId, on: today }, tools).thenRefused('roster-empty');
  });
  it('does not confirm tomorrow', () => {
    given(rosterKind, registered('ANN'))
      .when(confirmRoster, { enterpriseId, on: '2026-11-24' }, tools)
      .thenRefused('confirmation-too-early');
  });
});

describe('leaving, revealing and erasing', () => {
  it('records a leave once', () => {
    given(rosterKind, registered('ANN')).when(recordLeave, left('ANN').data, {}).then(left('ANN'));
    given(rosterKind, registered('ANN'), left('ANN')).when(recordLeave, left('ANN').data, {}).thenNothingHappened();
  });
  it('logs who was looked at and why', () => {
    const command = { personId: 'ANN', enterpriseId, reason: '电话核实团员身份' };
    given(rosterKind, registered('ANN')).when(revealYouth, command, {}).then({ type: 'PersonRevealed', data: command });
    given(rosterKind, registered('ANN'), erased('ANN')).when(revealYouth, command, {}).thenRefused('person-erased');
  });
  it('erases who is here as a leave and an erasure, and does it once', () => {
    given(rosterKind, registered('ANN')).when(eraseYouth, erased('ANN').data, {}).then(left('ANN'), erased('ANN'));
    given(rosterKind, registered('ANN'), left('ANN')).when(eraseYouth, erased('ANN').data, {}).then(erased('ANN'));
    given(rosterKind, registered('ANN'), left('ANN'), erased('ANN'))
      .when(eraseYouth, erased('ANN').data, {})
      .thenNothingHappened();
  });
});

describe('age', () => {
  it('is full years: 28 until the day before the 29th birthday', () => {
    expect([ageOn('1997-11-24', today), ageOn('1997-11-23', today), ageOn('1996-02-29', '2025-02-28')]).toEqual([
      28, 29, 28,
    ]);
  });
});

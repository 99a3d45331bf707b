import {
  contact,
  covered,
  employed,
  firm,
  givenFormation,
  left,
  liaisonNamed,
  person,
  registered,
  today,
  tools,
  visited,
} from '../testing/road.ts';
import { refusalOf } from '../testing/deciding.ts';
import { nameLiaison } from './name-liaison.ts';

describe('naming a liaison', () => {
  it('takes a contact of the firm', () => {
    givenFormation(registered, visited()).when(nameLiaison, { personId: contact }, tools()).then(liaisonNamed);
  });

  it('takes a young employee on the roster', () => {
    givenFormation(registered, visited(), employed(1, 'none'))
      .when(nameLiaison, { personId: person(1) }, tools())
      .then({ type: 'LiaisonNamed', data: { enterpriseId: firm, personId: person(1), on: today } });
  });

  it('refuses somebody the firm does not know', () => {
    expect(refusalOf([registered, visited()], nameLiaison, { personId: person(9) })).toEqual({
      code: 'person-unknown',
      missing: ['personInFirm'],
    });
  });

  it('refuses somebody who has left', () => {
    expect(refusalOf([registered, employed(1, 'none'), left(1)], nameLiaison, { personId: person(1) })?.code).toBe(
      'person-unknown',
    );
  });

  it('waits while the owner declines', () => {
    expect(refusalOf([registered, visited('declines')], nameLiaison, { personId: contact })).toEqual({
      code: 'owner-declines',
      missing: ['ownerAttitude'],
    });
  });

  it('goes by the latest visit, not by the one told last', () => {
    givenFormation(registered, visited('supports', '2026-11-06'), visited('declines', '2026-10-01'))
      .when(nameLiaison, { personId: contact }, tools())
      .then(liaisonNamed);
  });

  it('knows no firm that was never registered', () => {
    givenFormation(covered()).when(nameLiaison, { personId: contact }, tools()).thenRefused('unknown-enterprise');
  });

  it('stays quiet when the same person is named again', () => {
    givenFormation(registered, liaisonNamed).when(nameLiaison, { personId: contact }, tools()).thenNothingHappened();
  });
});

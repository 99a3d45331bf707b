import { chooseRoute } from '../choose-route/choose-route.ts';
import { refusalOf } from '../testing/deciding.ts';
import { employed, givenFormation, left, registered, rosterConfirmed, today } from '../testing/road.ts';
import type { FormationEvent } from './formation-events.ts';
import { countPeople } from './people.ts';

const countsOf = (...events: FormationEvent[]) => countPeople(givenFormation(...events).state, today);
const youths = (count: number, birthYear: number) =>
  Array.from({ length: count }, (_, index) => employed(50 + index, 'none', birthYear));

describe('counting young employees', () => {
  it('takes the ages of the confirmed roster, which knows the dates of birth', () => {
    const born1990 = [registered, employed(1, 'none', 1990)];
    expect(countsOf(...born1990, rosterConfirmed('2026-11-20', { le28: 0, le35: 1 })).le35).toBe(1);
    expect(countsOf(...born1990, rosterConfirmed('2026-11-20', { le28: 0, le35: 0 })).le35).toBe(0);
  });

  it('takes the least age of a year where only the year is known', () => {
    expect(countsOf(registered, employed(1, 'none', 1997))).toMatchObject({ le28: 1, le35: 1 });
    expect(countsOf(registered, employed(1, 'none', 1990))).toMatchObject({ le28: 0, le35: 1 });
    expect(countsOf(registered, employed(1, 'none', 1989))).toMatchObject({ le28: 0, le35: 0 });
    expect(countPeople(givenFormation(registered, employed(1, 'none', 1990)).state, '2026-12-31').le35).toBe(0);
  });

  it('counts anew when somebody joined or left since the roster was confirmed', () => {
    const confirmed = [employed(250, 'none'), employed(2, 'none'), rosterConfirmed('2026-11-20', { le28: 2, le35: 2 })];
    expect(countsOf(registered, ...confirmed, employed(700, 'none'))).toMatchObject({ le28: 3, le35: 3 });
    expect(countsOf(registered, ...confirmed, left(250))).toMatchObject({ le28: 1, le35: 1 });
  });

  it('lets a firm of fifteen youths aged 28 develop members first', () => {
    const develop = { route: 'developFirst', endsOn: null } as const;
    expect(refusalOf([registered, ...youths(15, 1997)], chooseRoute, develop)).toBeUndefined();
    const counted = rosterConfirmed('2026-11-20', { le28: 14, le35: 15 });
    expect(refusalOf([registered, ...youths(15, 1997), counted], chooseRoute, develop)?.missing).toEqual(['youths']);
  });
});

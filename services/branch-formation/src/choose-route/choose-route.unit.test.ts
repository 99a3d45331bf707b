import { refusalOf } from '../testing/deciding.ts';
import {
  applied,
  approved,
  employed,
  firm,
  givenFormation,
  members,
  readyAlone,
  registered,
  routeChosen,
  rulesWith,
  tools,
  visited,
} from '../testing/road.ts';
import { chooseRoute } from './choose-route.ts';
import type { ChooseRoute } from './choose-route.ts';

const route = (name: ChooseRoute['route'], endsOn: string | null = null): ChooseRoute => ({ route: name, endsOn });
const youths = (count: number) => Array.from({ length: count }, (_, index) => employed(50 + index, 'none'));

describe('choosing a route', () => {
  it('lets three verified members stand alone, and names the rule', () => {
    const ruleRefs = [rulesWith().ref('founding.minimumMembers')];
    givenFormation(registered, ...members(3))
      .when(chooseRoute, route('solo'), tools())
      .then({ type: 'RouteChosen', data: { enterpriseId: firm, route: 'solo', partners: [], endsOn: null, ruleRefs } });
  });

  it('counts two members and says how many are needed, with the source', () => {
    const rule = rulesWith().ref('founding.minimumMembers');
    givenFormation(registered, ...members(2))
      .when(chooseRoute, route('solo'), tools())
      .thenRefused('route-closed', [
        { code: 'members', stage: 'ready', have: 2, need: 3, action: 'register-youth', rule },
      ]);
  });

  it('takes the number from the street’s own setting', () => {
    const rules = rulesWith({ 'founding.minimumMembers': 5 });
    expect(refusalOf([registered, ...members(4)], chooseRoute, route('solo'), { rules })?.missing).toEqual(['members']);
    expect(refusalOf([registered, ...members(5)], chooseRoute, route('solo'), { rules })).toBeUndefined();
  });

  it('does not count members nobody has verified', () => {
    expect(
      refusalOf([registered, ...members(2), employed(3, 'memberClaimed')], chooseRoute, route('solo'))?.missing,
    ).toEqual(['members']);
  });

  it('opens general branch and committee by size', () => {
    const firmOf = (count: number) => [registered, ...members(count)];
    expect(refusalOf(firmOf(29), chooseRoute, route('general'))?.missing).toEqual(['members']);
    expect(refusalOf(firmOf(30), chooseRoute, route('general'))).toBeUndefined();
    expect(refusalOf(firmOf(99), chooseRoute, route('committee'))?.missing).toEqual(['members']);
    expect(refusalOf(firmOf(100), chooseRoute, route('committee'))).toBeUndefined();
  });

  it('refuses a joint branch without the consent of partners instead of pretending it', () => {
    expect(refusalOf([registered, ...members(2)], chooseRoute, route('joint'))?.missing).toEqual(['partnerConsent']);
  });

  it('sends a firm with members enough to its own branch', () => {
    expect(refusalOf([registered, ...members(3)], chooseRoute, route('joint'))?.missing).toContain('soloInstead');
    expect(refusalOf([registered, ...members(3), ...youths(15)], chooseRoute, route('developFirst'))?.missing).toEqual([
      'soloInstead',
    ]);
  });

  it('develops members first where there are youths enough', () => {
    expect(refusalOf([registered, visited()], chooseRoute, route('developFirst'))?.missing).toEqual(['youths']);
    expect(refusalOf([registered, ...youths(15)], chooseRoute, route('developFirst'))).toBeUndefined();
  });

  it('refuses a temporary branch as long as nobody can be appointed, and asks for the day the unit ends', () => {
    const three = [registered, ...members(3)];
    expect(refusalOf(three, chooseRoute, route('temporary', '2027-06-30'))?.missing).toEqual(['appointment']);
    expect(refusalOf(three, chooseRoute, route('temporary'))?.missing).toEqual(['appointment', 'endDate']);
  });

  it('keeps the route while an application waits and after its approval', () => {
    givenFormation(...readyAlone, applied())
      .when(chooseRoute, route('solo'), tools())
      .thenRefused('already-applied');
    givenFormation(...readyAlone, applied(), approved)
      .when(chooseRoute, route('solo'), tools())
      .thenRefused('already-approved');
  });

  it('stays quiet when the same route is chosen again', () => {
    givenFormation(registered, ...members(3), routeChosen())
      .when(chooseRoute, route('solo'), tools())
      .thenNothingHappened();
  });
});

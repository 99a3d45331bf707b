import type { FormationEvent } from '../formation/formation-events.ts';
import { refusalOf } from '../testing/deciding.ts';
import {
  application,
  applied,
  approved,
  branch,
  employed,
  firm,
  fullName,
  givenFormation,
  left,
  readyAlone,
  registered,
  members,
  rosterConfirmed,
  routeChosen,
  today,
  tools,
  visited,
} from '../testing/road.ts';
import { approveFounding } from './approve-founding.ts';

const reply = { applicationId: application, replyNo: '江团复〔2026〕7号', fullName, on: today };
const newId = () => branch;

describe('approving a branch', () => {
  it('gives the branch its name and number', () => {
    givenFormation(...readyAlone, applied())
      .when(approveFounding, reply, tools({ newId }))
      .then(approved);
  });

  it('looks at the evidence of the day of the reply', () => {
    expect(refusalOf([...readyAlone, applied(), left(2)], approveFounding, reply)).toEqual({
      code: 'not-ready',
      missing: ['members'],
    });
    const aged = [
      registered,
      visited(),
      ...members(3),
      rosterConfirmed('2026-08-20'),
      routeChosen(),
      applied('2026-11-01'),
    ];
    expect(refusalOf(aged, approveFounding, reply)?.missing).toEqual(['rosterOld']);
  });

  it('founds no branch without members where developing them was the route', () => {
    const youths = Array.from({ length: 15 }, (_, index) => employed(50 + index, index === 0 ? 'applicant' : 'none'));
    const developed = [registered, visited(), ...youths, ...members(3), rosterConfirmed(), routeChosen('developFirst')];
    expect(refusalOf([...developed, applied()], approveFounding, reply)).toBeUndefined();
    expect(refusalOf([...developed, applied(), left(2)], approveFounding, reply)).toEqual({
      code: 'not-ready',
      missing: ['members'],
    });
  });

  it('dates no reply before its application or after today', () => {
    const history = [...readyAlone, applied()];
    expect(refusalOf(history, approveFounding, { ...reply, on: '2026-11-22' })?.missing).toEqual(['dateAfterPrevious']);
    expect(refusalOf(history, approveFounding, { ...reply, on: '2026-11-24' })?.missing).toEqual(['dateNotInFuture']);
  });

  it('needs an application that was not returned', () => {
    const returned: FormationEvent = {
      type: 'ApplicationReturned',
      data: { applicationId: application, enterpriseId: firm, missing: ['缺章'], on: today },
    };
    expect(refusalOf([...readyAlone, applied(), returned], approveFounding, reply)).toEqual({
      code: 'application-returned',
      missing: ['application'],
    });
    givenFormation(...readyAlone)
      .when(approveFounding, reply, tools())
      .thenRefused('not-found');
  });

  it('stays quiet when the same reply is given again, and keeps the first one', () => {
    const history = [...readyAlone, applied(), approved];
    givenFormation(...history)
      .when(approveFounding, reply, tools())
      .thenNothingHappened();
    givenFormation(...history)
      .when(approveFounding, { ...reply, replyNo: '8号' }, tools())
      .thenRefused('already-approved');
  });
});

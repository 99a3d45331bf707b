import type { FormationEvent } from '../formation/formation-events.ts';
import {
  complete,
  application,
  applied,
  approved,
  firm,
  givenFormation,
  person,
  readyAlone,
  today,
  tools,
} from '../testing/road.ts';
import { applyForFounding } from '../apply-for-founding/apply-for-founding.ts';
import { returnApplication } from './return-application.ts';

const back = { applicationId: application, missing: ['补党组织意见'] };
const returned: FormationEvent = { type: 'ApplicationReturned', data: { ...back, enterpriseId: firm, on: today } };

describe('returning an application', () => {
  it('says what has to be brought', () => {
    givenFormation(...readyAlone, applied())
      .when(returnApplication, back, tools())
      .then(returned);
  });

  it('opens the way for a new application', () => {
    givenFormation(...readyAlone, applied(), returned)
      .when(applyForFounding, complete, tools())
      .then(applied());
  });

  it('stays quiet the second time', () => {
    givenFormation(...readyAlone, applied(), returned)
      .when(returnApplication, back, tools())
      .thenNothingHappened();
  });

  it('does not undo an approval', () => {
    givenFormation(...readyAlone, applied(), approved)
      .when(returnApplication, back, tools())
      .thenRefused('already-approved');
  });

  it('knows only the application that was made', () => {
    givenFormation(...readyAlone, applied())
      .when(returnApplication, { ...back, applicationId: person(5) }, tools())
      .thenRefused('not-found');
  });
});

import { CATALOGUE } from '@qucheng/contracts';
import {
  application,
  applied,
  approved,
  elected,
  firm,
  liaisonNamed,
  readyAlone,
  routeChosen,
  today,
} from '../testing/road.ts';
import { toContract } from './formation-contract.ts';
import type { FormationEvent } from './formation-events.ts';

const returned: FormationEvent = {
  type: 'ApplicationReturned',
  data: { applicationId: application, enterpriseId: firm, missing: ['缺张三（13800001234）的团员证'], on: today },
};

describe('what leaves the service', () => {
  it('is as the contract has it', () => {
    for (const event of [...readyAlone, liaisonNamed, routeChosen(), applied(), returned, approved, elected]) {
      const leaving = toContract(event);
      if (leaving !== null) expect(CATALOGUE[leaving.type].schema.parse(leaving.data)).toEqual(leaving.data);
    }
  });

  it('holds no word that somebody typed freely: such words name people', () => {
    expect(JSON.stringify(toContract(returned))).not.toContain('张三');
    expect(toContract(applied())?.data).not.toHaveProperty('paper');
  });

  it('holds no evidence, which its own service has told already', () => {
    expect(readyAlone.filter((event) => toContract(event) !== null).map(({ type }) => type)).toEqual([
      'LiaisonNamed',
      'RouteChosen',
    ]);
  });
});

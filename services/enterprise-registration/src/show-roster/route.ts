import type { RosterView } from '@qucheng/contracts';
import { idOf, requires, scopeOf, today } from '@qucheng/service-kit';
import type { Router } from 'express';
import { enterpriseInReach } from '../enterprise/enterprise-in-reach.ts';
import { maskName, maskPhone } from '../person-key/mask.ts';
import { ageOn, countRoster } from '../roster/count-roster.ts';
import type { RosterDeps } from '../roster/person-in-reach.ts';
import { readPeople } from '../roster/read-people.ts';
import { present, rosterKind } from '../roster/roster.ts';

export function showRosterRoute(router: Router, { enterprises, rosters, personKeys }: RosterDeps): void {
  router.get('/enterprises/:enterpriseId/youth', requires('youth.read'), async (req, res) => {
    const enterpriseId = idOf(req, 'enterpriseId');
    await enterpriseInReach(req, enterprises, enterpriseId);
    const { streetId } = scopeOf(req);
    const { state, version } = (await rosters.load(streetId, enterpriseId)) ?? {
      state: rosterKind.initial,
      version: 0,
    };
    const people = await readPeople(personKeys, streetId, state);
    const on = today();
    const items = present(state).flatMap(({ personId, birthYear, status }) => {
      const fields = people.get(personId);
      if (fields === undefined) return [];
      const { name, phone, post, birthDate } = fields;
      return [
        { personId, name: maskName(name), phone: maskPhone(phone), birthYear, age: ageOn(birthDate, on), post, status },
      ];
    });
    const counts = countRoster(state, on, (personId) => people.get(personId)?.birthDate);
    const view: RosterView = { items, version, counts, confirmedOn: state.confirmedOn };
    res.json(view);
  });
}

import { idOf, requires, scopeOf, today } from '@qucheng/service-kit';
import type { RuleBook } from '@qucheng/service-kit';
import type { Router } from 'express';
import { formationInReach } from '../formation/formation-in-reach.ts';
import type { Formations } from '../formation/formations.ts';
import type { StreetStore } from '../streets/street-store.ts';
import { formationView } from './formation-view.ts';

interface Deps {
  readonly formations: Formations;
  readonly streets: StreetStore;
  readonly rules: RuleBook;
}

export const showFormation = (router: Router, { formations, streets, rules }: Deps) =>
  router.get('/enterprises/:enterpriseId/formation', requires('formation.read'), async (req, res) => {
    const enterpriseId = idOf(req, 'enterpriseId');
    const { state, version } = await formationInReach(req, formations, enterpriseId);
    const { streetId } = scopeOf(req);
    const day = today();
    const area = await streets.areaOf(streetId);
    res.json(formationView(state, { enterpriseId, version, rules: rules.rulesFor(streetId, day), today: day, area }));
  });

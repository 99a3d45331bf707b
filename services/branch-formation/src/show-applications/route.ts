import { ApplicationQuery } from '@qucheng/contracts';
import type { ApplicationItem } from '@qucheng/contracts';
import { queryOf, requires, scopeOf, today } from '@qucheng/service-kit';
import type { RuleBook } from '@qucheng/service-kit';
import type { Request, Router } from 'express';
import type { ApplicationDocument } from '../applications/application.ts';
import type { ApplicationStore } from '../applications/application-store.ts';
import { reaches } from '../formation/formation-in-reach.ts';
import type { Formations } from '../formation/formations.ts';
import type { StreetStore } from '../streets/street-store.ts';
import { applicationItem } from './application-item.ts';
import type { Reading } from './application-item.ts';

interface Deps {
  readonly formations: Formations;
  readonly applications: ApplicationStore;
  readonly streets: StreetStore;
  readonly rules: RuleBook;
}

const PAGE = 50;

/** Applications oldest first: what waits longest for the secretary stands on top. */
export const showApplications = (router: Router, deps: Deps) =>
  router.get('/applications', requires('formation.read'), async (req, res) => {
    const { status, limit = PAGE, cursor } = queryOf(req, ApplicationQuery);
    const { streetId } = scopeOf(req);
    const found = await deps.applications.list({
      streetId,
      limit,
      ...(status && { status }),
      ...(cursor && { cursor }),
    });
    const day = today();
    const area = await deps.streets.areaOf(streetId);
    const reading = { rules: deps.rules.rulesFor(streetId, day), today: day, area };
    const items = await Promise.all(
      found.map((application) => itemInReach(req, application, deps.formations, reading)),
    );
    const nextCursor = found.length === limit ? (found.at(-1)?._id ?? null) : null;
    res.json({ items: items.filter((item) => item !== undefined), nextCursor });
  });

async function itemInReach(
  req: Request,
  application: ApplicationDocument,
  formations: Formations,
  reading: Omit<Reading, 'version'>,
): Promise<ApplicationItem | undefined> {
  const found = await formations.load(scopeOf(req).streetId, application.enterpriseId);
  if (found === undefined || !reaches(req, application.enterpriseId, found.state)) return undefined;
  return applicationItem(application, found.state, { version: found.version, ...reading });
}

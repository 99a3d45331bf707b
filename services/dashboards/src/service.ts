import { createFrame, createRuleBook, type FrameParts, type Service, type ServiceParts } from '@qucheng/service-kit';
import type { Config } from './config.ts';
import { createCardStore } from './firm-card/firm-card-store.ts';
import { createCells } from './funnel/counters.ts';
import { createFunnelPage } from './funnel/funnel-page.ts';
import { showFirms } from './list-firms/route.ts';
import { showIndustries } from './list-industries/route.ts';
import { messages } from './messages.ts';
import { createCardCache } from './project-events/card-cache.ts';
import { createOwnWrites } from './project-events/own-writes.ts';
import { createProjector } from './project-events/projector.ts';
import { createWritingSession } from './project-events/session-store.ts';
import { showCard } from './show-card/route.ts';
import { showFunnel } from './show-funnel/route.ts';
import { showTimeline } from './show-timeline/route.ts';
import { streamFunnel } from './stream-funnel/route.ts';
import { createViewers } from './stream-funnel/viewers.ts';
import { createTimelineStore } from './timeline/timeline-store.ts';

export { readConfig } from './config.ts';

/** Cards kept in memory: a large district's worth. */
const CARDS_IN_MEMORY = 20_000;

export async function createService(config: Config): Promise<Service> {
  return createFrame({ name: 'dashboards', config, messages, build });
}

/**
 * Read models only: no decisions here. One process: its counters are in its memory, and a second one on the same
 * database takes over from it (README).
 */
function build(parts: FrameParts): ServiceParts {
  const { connection, log } = parts;
  const cards = createCardStore(connection);
  const timeline = createTimelineStore(connection);
  const session = createWritingSession(connection, log);
  const rules = createRuleBook(parts);
  const cells = createCells();
  const page = createFunnelPage(cells, rules);
  const viewers = createViewers(page);
  const projector = createProjector({
    session,
    cards,
    timeline,
    cells,
    log,
    cache: createCardCache(CARDS_IN_MEMORY),
    onMoved: (streetIds) => {
      viewers.moved(streetIds);
    },
  });

  const awaitOwnWrites = createOwnWrites({ applied: projector.applied, load: cards.load });

  return {
    routes: (router) => {
      showFirms(router, { cards, awaitOwnWrites });
      showIndustries(router, { cards });
      showCard(router, { cards, awaitOwnWrites });
      showTimeline(router, { cards, timeline, awaitOwnWrites });
      showFunnel(router, { page, awaitOwnWrites });
      streamFunnel(router, { viewers });
    },
    reactToBatch: async (events) => {
      for (const event of events) {
        if (event.type !== 'RuleVersionSet') continue;
        await rules.reactions.RuleVersionSet(event);
        viewers.moved(new Set([event.streetid]));
      }
      return projector.apply(events);
    },
    beforeStart: async () => {
      await session.start();
      await Promise.all([cards.createIndexes(), timeline.createIndexes(), rules.load()]);
      for await (const card of cards.all()) cells.move(undefined, card);
    },
    afterStop: async () => {
      projector.stop();
      await session.stop();
    },
    background: [
      {
        start: async () => {
          viewers.start();
          return Promise.resolve();
        },
        stop: async () => {
          viewers.stop();
          return Promise.resolve();
        },
      },
    ],
  };
}

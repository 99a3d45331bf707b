import type { ContractEvent } from '@qucheng/contracts';
import type { StoredEvent } from '@qucheng/event-store';
import { createFrame, createRuleBook } from '@qucheng/service-kit';
import type { FrameParts, Service, ServiceParts } from '@qucheng/service-kit';
import { completeFollowUpRoute } from './complete-follow-up/route.ts';
import type { Config } from './config.ts';
import { createFollowUpStore } from './follow-up/follow-up-store.ts';
import { followUpKind, leavingTheService } from './follow-up/follow-up.ts';
import type { FollowUpEvent } from './follow-up/follow-up.ts';
import { createFollowUps } from './follow-up/follow-ups.ts';
import { createKnownEnterpriseStore } from './known-enterprise/known-enterprise-store.ts';
import { messages } from './messages.ts';
import { onEnterpriseCorrected } from './on-enterprise-corrected/handler.ts';
import { onEnterpriseCovered } from './on-enterprise-covered/handler.ts';
import { onEnterpriseRegistered } from './on-enterprise-registered/handler.ts';
import { onOwnerAssigned } from './on-owner-assigned/handler.ts';
import { onVisitLogged } from './on-visit-logged/handler.ts';
import { createReconciler } from './reminders/reconciler.ts';
import { createRemind } from './reminders/remind.ts';
import { createReminderQueue } from './reminders/reminder-queue.ts';
import { createReminderWorker } from './reminders/reminder-worker.ts';
import { showFollowUpsRoute } from './show-follow-ups/route.ts';
import { snoozeFollowUpRoute } from './snooze-follow-up/route.ts';

export { readConfig } from './config.ts';

/** Promises and thanks: what is owed to whom by when, and the reminder when the day has come. */
export async function createService(config: Config, clock = () => new Date()): Promise<Service> {
  return createFrame({
    name: 'follow-ups',
    config,
    messages,
    // The log of this service holds events of its one kind.
    toContract: (stored: StoredEvent): ContractEvent => leavingTheService(stored as FollowUpEvent),
    build: (parts) => build(parts, config, clock),
  });
}

function build(parts: FrameParts, config: Config, clock: () => Date): ServiceParts {
  const { connection, events, log } = parts;
  const { redisUrl, redisPrefix } = config;
  const rules = createRuleBook(parts);
  const enterprises = createKnownEnterpriseStore(connection);
  const store = createFollowUpStore(connection);
  const queue = createReminderQueue({ redisUrl, redisPrefix, log, clock });
  const followUps = createFollowUps({ streams: events.streams(followUpKind), store, queue, rules });
  const dependencies = { followUps, store, enterprises, rules, clock };
  const remind = createRemind(dependencies);
  return {
    routes: (router) => {
      showFollowUpsRoute(router, dependencies);
      completeFollowUpRoute(router, dependencies);
      snoozeFollowUpRoute(router, dependencies);
    },
    reactions: {
      VisitLogged: onVisitLogged(dependencies),
      EnterpriseCovered: onEnterpriseCovered(dependencies),
      EnterpriseRegistered: onEnterpriseRegistered(dependencies),
      EnterpriseCorrected: onEnterpriseCorrected(dependencies),
      OwnerAssigned: onOwnerAssigned(dependencies),
      ...rules.reactions,
    },
    beforeStart: async () => {
      await Promise.all([store.createIndexes(), enterprises.createIndexes(), rules.load()]);
      await followUps.heal(events);
    },
    background: [
      createReminderWorker({ redisUrl, redisPrefix, log, queue, remind }),
      createReconciler({ store, queue, everyMs: config.reconcileEveryMs, log, clock }),
    ],
    afterStop: queue.close,
  };
}

import type { ContractEvent } from '@qucheng/contracts';
import type { StoredEvent } from '@qucheng/event-store';
import { createFrame, createRuleBook } from '@qucheng/service-kit';
import type { FrameParts, Service, ServiceParts } from '@qucheng/service-kit';
import { createActivityCalendarStore } from './activity/activity-calendar-store.ts';
import { activityKind } from './activity/activity.ts';
import type { ActivityEvent } from './activity/activity.ts';
import { cancelSignUpRoute } from './cancel-sign-up/route.ts';
import { checkInRoute } from './check-in/route.ts';
import type { Config } from './config.ts';
import { coverageKind, leavingTheService } from './coverage/coverage.ts';
import type { CoverageEvent } from './coverage/coverage.ts';
import { createKnownEnterpriseStore } from './known-enterprise/known-enterprise-store.ts';
import { createKnownPersonStore } from './known-person/known-person-store.ts';
import { listActivitiesRoute } from './list-activities/route.ts';
import { logVisitRoute } from './log-visit/route.ts';
import { messages } from './messages.ts';
import { onAttendanceRecorded } from './on-attendance-recorded/handler.ts';
import { onEnterpriseCorrected } from './on-enterprise-corrected/handler.ts';
import { onEnterpriseRegistered } from './on-enterprise-registered/handler.ts';
import { onYoungEmployeeLeft } from './on-young-employee-left/handler.ts';
import { onYoungEmployeeRegistered } from './on-young-employee-registered/handler.ts';
import { publishActivityRoute } from './publish-activity/route.ts';
import { showActivityRoute } from './show-activity/route.ts';
import { showVisitsRoute } from './show-visits/route.ts';
import { signUpRoute } from './sign-up/route.ts';
import { visitsKind } from './visits/visits.ts';
import type { VisitEvent } from './visits/visits.ts';

export { readConfig } from './config.ts';

/** Visits, activities, sign-ups and check-ins; what they say together is whether a firm is covered. */
export async function createService(config: Config, clock = () => new Date()): Promise<Service> {
  return createFrame({
    name: 'activity-coverage',
    config,
    messages,
    toContract,
    build: (parts) => build(parts, clock),
  });
}

function build(parts: FrameParts, clock: () => Date): ServiceParts {
  const { connection, events } = parts;
  const dependencies = {
    visits: events.streams(visitsKind),
    activities: events.streams(activityKind),
    coverages: events.streams(coverageKind),
    enterprises: createKnownEnterpriseStore(connection),
    people: createKnownPersonStore(connection),
    calendar: createActivityCalendarStore(connection),
    rules: createRuleBook(parts),
    clock,
  };
  const { calendar, enterprises, rules } = dependencies;
  const routes = [
    logVisitRoute,
    showVisitsRoute,
    publishActivityRoute,
    listActivitiesRoute,
    showActivityRoute,
    signUpRoute,
    cancelSignUpRoute,
    checkInRoute,
  ];
  return {
    routes: (router) => {
      for (const route of routes) route(router, dependencies);
    },
    reactions: {
      EnterpriseRegistered: onEnterpriseRegistered(dependencies),
      EnterpriseCorrected: onEnterpriseCorrected(dependencies),
      YoungEmployeeRegistered: onYoungEmployeeRegistered(dependencies),
      YoungEmployeeLeft: onYoungEmployeeLeft(dependencies),
      AttendanceRecorded: onAttendanceRecorded(dependencies),
      ...rules.reactions,
    },
    beforeStart: async () => {
      await enterprises.open();
      await calendar.createIndexes();
      await calendar.heal(events);
      await rules.load();
    },
  };
}

function toContract(stored: StoredEvent): ContractEvent {
  // The log of this service holds events of its three kinds.
  const event = stored as VisitEvent | ActivityEvent | CoverageEvent;
  return event.type === 'EnterpriseCovered' ? leavingTheService(event) : event;
}

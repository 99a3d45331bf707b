import { createFrame, createRuleBook } from '@qucheng/service-kit';
import type { BaseConfig, Frame } from '@qucheng/service-kit';
import { createApplicationStore } from './applications/application-store.ts';
import { applyForFoundingRoute } from './apply-for-founding/route.ts';
import { approveFoundingRoute } from './approve-founding/route.ts';
import { chooseRouteRoute } from './choose-route/route.ts';
import { confirmCommitteeRoute } from './confirm-committee/route.ts';
import { toContract } from './formation/formation-contract.ts';
import type { FormationEvent } from './formation/formation-events.ts';
import { createFormations } from './formation/formations.ts';
import { holdElectionRoute } from './hold-election/route.ts';
import { messages } from './messages.ts';
import { nameLiaisonRoute } from './name-liaison/route.ts';
import { onEnterpriseCorrected } from './on-enterprise-corrected/handler.ts';
import { onEnterpriseCovered } from './on-enterprise-covered/handler.ts';
import { onEnterpriseRegistered } from './on-enterprise-registered/handler.ts';
import { onMemberVerified } from './on-member-verified/handler.ts';
import { onRosterConfirmed } from './on-roster-confirmed/handler.ts';
import { onStreetOpened } from './on-street-opened/handler.ts';
import { onVisitLogged } from './on-visit-logged/handler.ts';
import { onYoungEmployeeLeft } from './on-young-employee-left/handler.ts';
import { onYoungEmployeeRegistered } from './on-young-employee-registered/handler.ts';
import { returnApplicationRoute } from './return-application/route.ts';
import { showApplications } from './show-applications/route.ts';
import { showFormation } from './show-formation/route.ts';
import { createStreetStore } from './streets/street-store.ts';

export { readConfig } from './config.ts';

/** The road of every firm to its branch: evidence in, stages and decisions out. */
export async function createService(config: BaseConfig): Promise<Frame> {
  return createFrame({
    name: 'branch-formation',
    config,
    messages,
    // The store of this service holds nothing but its own events.
    toContract: (event) => toContract(event as FormationEvent),
    build: (parts) => {
      const rules = createRuleBook(parts);
      const formations = createFormations({ events: parts.events, rules });
      const applications = createApplicationStore(parts);
      const streets = createStreetStore(parts);
      const deps = { formations, applications, streets, rules };
      return {
        routes: (router) => {
          showFormation(router, deps);
          showApplications(router, deps);
          nameLiaisonRoute(router, deps);
          chooseRouteRoute(router, deps);
          applyForFoundingRoute(router, deps);
          returnApplicationRoute(router, deps);
          approveFoundingRoute(router, deps);
          holdElectionRoute(router, deps);
          confirmCommitteeRoute(router, deps);
        },
        reactions: {
          ...rules.reactions,
          StreetOpened: onStreetOpened(deps),
          EnterpriseRegistered: onEnterpriseRegistered(deps),
          EnterpriseCorrected: onEnterpriseCorrected(deps),
          VisitLogged: onVisitLogged(deps),
          EnterpriseCovered: onEnterpriseCovered(deps),
          YoungEmployeeRegistered: onYoungEmployeeRegistered(deps),
          YoungEmployeeLeft: onYoungEmployeeLeft(deps),
          MemberVerified: onMemberVerified(deps),
          RosterConfirmed: onRosterConfirmed(deps),
        },
        onCommitted: (commits) => {
          applications.apply(commits);
        },
        beforeStart: async () => {
          await applications.createIndexes();
          await applications.heal(parts.events);
          await rules.load();
        },
        afterStop: () => applications.stop(),
      };
    },
  });
}

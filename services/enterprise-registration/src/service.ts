import { createChildReader } from '@qucheng/documents';
import type { ReadFile } from '@qucheng/documents';
import { createFrame } from '@qucheng/service-kit';
import type { FrameParts, Service, ServiceParts } from '@qucheng/service-kit';
import { assignOwnerRoute } from './assign-owner/route.ts';
import { createCommunityStore } from './community/community-store.ts';
import type { Config } from './config.ts';
import { confirmRosterRoute } from './confirm-roster/route.ts';
import { createClaimStore } from './enterprise/claim-store.ts';
import { enterpriseKind } from './enterprise/enterprise.ts';
import { createFirmStore } from './enterprise/firm-store.ts';
import { eraseYouthRoute } from './erase-youth/route.ts';
import { createImportDesk } from './import-ledger/import-desk.ts';
import { messages } from './messages.ts';
import { onCommunityAdded } from './on-community-added/handler.ts';
import { onStreetOpened } from './on-street-opened/handler.ts';
import { createMasterKey } from './person-key/data-key.ts';
import { createPersonKeyStore } from './person-key/person-key-store.ts';
import { recordLeaveRoute } from './record-leave/route.ts';
import { registerEnterpriseRoute } from './register-enterprise/route.ts';
import { registerYouthRoute } from './register-youth/route.ts';
import { revealYouthRoute } from './reveal-youth/route.ts';
import { rosterKind } from './roster/roster.ts';
import { showEnterpriseRoute } from './show-enterprise/route.ts';
import { showRosterRoute } from './show-roster/route.ts';
import { toContract } from './to-contract.ts';
import type { OwnEvent } from './to-contract.ts';
import { verifyMemberRoute } from './verify-member/route.ts';

export { readConfig } from './config.ts';
export type { Config } from './config.ts';

/** What tests replace: the reader of files, which otherwise runs in a child process. */
export interface Seams {
  readonly readFile?: ReadFile;
}

export async function createService(config: Config, seams: Seams = {}): Promise<Service> {
  return createFrame({
    name: 'enterprise-registration',
    config,
    messages,
    // The store of this service holds nothing but its own events.
    toContract: (event) => toContract(event as OwnEvent),
    build: (parts) => build(parts, config, seams),
  });
}

function build(parts: FrameParts, config: Config, { readFile = createChildReader() }: Seams): ServiceParts {
  const { connection, events, log } = parts;
  const enterprises = events.streams(enterpriseKind);
  const rosters = events.streams(rosterKind);
  const claims = createClaimStore(connection);
  const firms = createFirmStore(connection, enterprises, log);
  const communities = createCommunityStore(connection);
  const personKeys = createPersonKeyStore(connection, createMasterKey(config.masterKey));
  const deps = { enterprises, rosters, claims, firms, communities, personKeys, readFile };
  const imports = createImportDesk(parts, config, deps);
  const routes = [
    registerEnterpriseRoute,
    showEnterpriseRoute,
    assignOwnerRoute,
    registerYouthRoute,
    showRosterRoute,
    verifyMemberRoute,
    recordLeaveRoute,
    confirmRosterRoute,
    revealYouthRoute,
    eraseYouthRoute,
  ];
  return {
    routes: (router) => {
      for (const route of routes) route(router, deps);
      imports.routes(router);
    },
    reactions: { StreetOpened: onStreetOpened(communities), CommunityAdded: onCommunityAdded(communities) },
    onCommitted: (commits) => {
      firms.onCommitted(commits);
    },
    beforeStart: async () => {
      await Promise.all([firms.createIndexes(), communities.createIndexes(), imports.createIndexes()]);
      await firms.heal((handle, options) => events.replay(handle, options));
    },
    afterStop: firms.stop,
    background: [imports.queue],
  };
}

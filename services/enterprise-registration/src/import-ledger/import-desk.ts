import type { ReadFile } from '@qucheng/documents';
import type { FrameParts } from '@qucheng/service-kit';
import type { Router } from 'express';
import type { CommunityStore } from '../community/community-store.ts';
import type { ClaimStore } from '../enterprise/claim-store.ts';
import type { Enterprises } from '../enterprise/enterprise-in-reach.ts';
import type { FirmStore } from '../enterprise/firm-store.ts';
import type { PersonKeyStore } from '../person-key/person-key-store.ts';
import { commitImport, contextOf } from './commit-import.ts';
import { commitImportRoute } from './commit-route.ts';
import { failCommit, importKind } from './import.ts';
import { createImportQueue } from './import-queue.ts';
import type { ImportJob } from './import-queue.ts';
import { createImportRowStore } from './import-row-store.ts';
import { showImportRoutes } from './show-routes.ts';
import { uploadImportRoute } from './upload-route.ts';
import { createImportView } from './view-import.ts';

interface Deps {
  readonly enterprises: Enterprises;
  readonly claims: ClaimStore;
  readonly firms: FirmStore;
  readonly communities: CommunityStore;
  readonly personKeys: PersonKeyStore;
  readonly readFile: ReadFile;
}

/** Everything about imports: routes, rows, and the queue that writes them. */
export function createImportDesk(
  { connection, events, log }: FrameParts,
  config: { redisUrl: string; kafkaPrefix: string },
  shared: Deps,
) {
  const imports = events.streams(importKind);
  const importRows = createImportRowStore(connection);
  const deps = { ...shared, imports, importRows };
  const viewImport = createImportView(deps);

  const giveUp = async ({ importId, streetId, start }: ImportJob): Promise<void> => {
    const at = new Date().toISOString();
    const context = {
      ...contextOf({ importId, streetId, by: 'system', at }),
      commandId: `import~${importId}~failed~${String(start)}`,
    };
    await imports.handle(context, importId, failCommit, { importId, reason: 'import-broken-off' }, {});
    const progress = await importRows.progress(importId);
    if (progress !== undefined) await importRows.keepProgress({ ...progress, committing: false });
  };
  const unfinished = async (): Promise<ImportJob[]> => {
    const jobs: ImportJob[] = [];
    for (const { importId, streetId } of await importRows.unfinished()) {
      const standing = await imports.load(streetId, importId);
      if (standing?.state.status === 'committing') jobs.push({ importId, streetId, start: standing.state.starts });
    }
    return jobs;
  };
  const queue = createImportQueue({
    redisUrl: config.redisUrl,
    prefix: config.kafkaPrefix,
    log,
    run: ({ importId, streetId }) => commitImport(deps, streetId, importId),
    giveUp,
    unfinished,
  });

  return {
    queue,
    createIndexes: () => importRows.createIndexes(),
    routes: (router: Router): void => {
      uploadImportRoute(router, { ...deps, viewImport });
      commitImportRoute(router, { ...deps, queue, viewImport });
      showImportRoutes(router, { ...deps, viewImport });
    },
  };
}

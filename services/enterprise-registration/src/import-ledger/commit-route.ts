import { isRefusal } from '@qucheng/event-store';
import { accepts, commandContext, idOf, refusalProblem, requires } from '@qucheng/service-kit';
import type { Router } from 'express';
import { z } from 'zod';
import type { CommitImportDeps } from './commit-import.ts';
import { startCommit } from './import.ts';
import type { ImportQueue } from './import-queue.ts';
import { presentImport } from './view-import.ts';
import type { ViewImport } from './view-import.ts';

interface Deps extends CommitImportDeps {
  readonly queue: ImportQueue;
  readonly viewImport: ViewImport;
}

/** The preview becomes firms, in the background. Asking twice starts it once; after a failure it goes on where it stopped. */
export function commitImportRoute(router: Router, { imports, importRows, queue, viewImport }: Deps): void {
  router.post(
    '/imports/:importId/commit',
    requires('ledger.import'),
    accepts(z.strictObject({}), async (req, res) => {
      const importId = idOf(req, 'importId');
      const context = commandContext(req);
      const before = presentImport(await imports.load(context.streetId, importId));
      // Noted first: if this process dies before the job is queued, the next look for unfinished imports finds it.
      if (before.status !== 'committed') await importRows.beginCommit(importId);
      const outcome = await imports.handle(context, importId, startCommit, { importId }, {});
      if (isRefusal(outcome)) throw refusalProblem(outcome);
      const { starts, status } = presentImport(await imports.load(context.streetId, importId));
      if (status === 'committing') await queue.add({ importId, streetId: context.streetId, start: starts });
      res.status(201).json({
        id: importId,
        version: outcome.version,
        written: `import-${importId}@${String(outcome.version)}`,
        ...(await viewImport(req, importId)),
      });
    }),
  );
}

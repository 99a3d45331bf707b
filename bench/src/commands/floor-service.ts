import { LogVisit } from '@qucheng/contracts';
import {
  accepts,
  answer,
  commandContext,
  createFrame,
  idOf,
  readBaseConfig,
  requires,
  runService,
  type BaseConfig,
} from '@qucheng/service-kit';

/** The floor: same server, same token check, same zod schema, same answer; nothing is kept. */
runService(
  (config: BaseConfig) =>
    createFrame({
      name: 'street-office',
      config,
      build: () => ({
        routes: (router) => {
          router.post(
            '/enterprises/:enterpriseId/visits',
            requires('visit.log'),
            accepts(LogVisit, (req, res) => {
              const stream = `visits-${idOf(req, 'enterpriseId')}`;
              answer(
                req,
                res,
                { id: commandContext(req).commandId, stream },
                { version: 1, events: [], repeated: false },
              );
            }),
          );
        },
      }),
    }),
  (env) => readBaseConfig('street-office', env),
);

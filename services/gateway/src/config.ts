import { readBaseConfig, readEnvironment } from '@qucheng/service-kit/process';
import { z } from 'zod';

const Own = z
  .object({
    WEB_ROOT: z.string().min(1).optional(),
    /** '1' behind one reverse proxy that sets X-Forwarded-For and X-Forwarded-Proto. */
    TRUST_PROXY: z.enum(['0', '1']).default('0'),
    REQUESTS_PER_SECOND: z.coerce.number().int().positive().default(5_000),
  })
  .transform((read) => ({
    webRoot: read.WEB_ROOT ?? null,
    trustProxy: read.TRUST_PROXY === '1',
    /** Per client address; a whole office may share one. */
    requestsPerSecond: read.REQUESTS_PER_SECOND,
  }));

export const readConfig = (env: NodeJS.ProcessEnv) => ({
  ...readBaseConfig('gateway', env),
  ...readEnvironment(Own, env),
});
export type Config = ReturnType<typeof readConfig>;

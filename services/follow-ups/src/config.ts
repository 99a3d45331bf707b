import { z } from 'zod';
import { readBaseConfig, readEnvironment } from '@qucheng/service-kit';
import type { BaseConfig } from '@qucheng/service-kit';

export interface Config extends BaseConfig {
  readonly redisUrl: string;
  /** Put before every key, to keep offices apart on one Redis. */
  readonly redisPrefix: string;
  /** How often what is due soon is compared with the queue, in ms. */
  readonly reconcileEveryMs: number;
}

const Environment = z
  .object({
    REDIS_URL: z.string().startsWith('redis').default('redis://127.0.0.1:16379'),
    REDIS_PREFIX: z.string().min(1).default('qucheng'),
    RECONCILE_EVERY_MS: z.coerce.number().int().min(100).default(60_000),
  })
  .transform((env) => ({
    redisUrl: env.REDIS_URL,
    redisPrefix: env.REDIS_PREFIX,
    reconcileEveryMs: env.RECONCILE_EVERY_MS,
  }));

export const readConfig = (env: NodeJS.ProcessEnv): Config => ({
  ...readBaseConfig('follow-ups', env),
  ...readEnvironment(Environment, env),
});

import { readBaseConfig, readEnvironment } from '@qucheng/service-kit';
import type { BaseConfig } from '@qucheng/service-kit';
import { z } from 'zod';

const Own = z.object({
  REDIS_URL: z.string().startsWith('redis').default('redis://127.0.0.1:16379'),
  /** 32 bytes in base64. Wraps the keys of people: whoever loses it has erased everybody. */
  MASTER_KEY: z.string().refine((text) => Buffer.from(text, 'base64').length === 32, 'is not 32 bytes in base64'),
});

export interface Config extends BaseConfig {
  readonly redisUrl: string;
  readonly masterKey: string;
}

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const own = readEnvironment(Own, env);
  return { ...readBaseConfig('enterprise-registration', env), redisUrl: own.REDIS_URL, masterKey: own.MASTER_KEY };
}

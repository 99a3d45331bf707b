import { Pem, readBaseConfig, readEnvironment } from '@qucheng/service-kit';
import { z } from 'zod';

const Own = z
  .object({ TOKEN_PRIVATE_KEY: Pem, FIRST_ADMIN_PASSWORD: z.string().min(8).optional() })
  .transform((read) => ({
    tokenPrivateKey: read.TOKEN_PRIVATE_KEY,
    firstAdminPassword: read.FIRST_ADMIN_PASSWORD ?? null,
  }));

export const readConfig = (env: NodeJS.ProcessEnv) => ({
  ...readBaseConfig('street-office', env),
  ...readEnvironment(Own, env),
});
export type Config = ReturnType<typeof readConfig>;

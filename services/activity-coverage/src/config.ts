import { readBaseConfig } from '@qucheng/service-kit';
import type { BaseConfig } from '@qucheng/service-kit';

export type Config = BaseConfig;

export const readConfig = (env: NodeJS.ProcessEnv): Config => readBaseConfig('activity-coverage', env);

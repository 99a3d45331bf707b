import { readBaseConfig } from '@qucheng/service-kit';
import type { BaseConfig } from '@qucheng/service-kit';

export const readConfig = (environment: NodeJS.ProcessEnv): BaseConfig =>
  readBaseConfig('branch-formation', environment);

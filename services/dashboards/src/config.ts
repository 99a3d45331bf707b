import { readBaseConfig } from '@qucheng/service-kit';

export const readConfig = (env: NodeJS.ProcessEnv) => readBaseConfig('dashboards', env);
export type Config = ReturnType<typeof readConfig>;

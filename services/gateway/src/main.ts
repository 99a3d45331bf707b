import { runService } from '@qucheng/service-kit/process';
import { createService, readConfig } from './service.ts';

runService(createService, readConfig);

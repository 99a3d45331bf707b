import { runService } from '@qucheng/service-kit';
import { createService, readConfig } from './service.ts';

runService(createService, readConfig);

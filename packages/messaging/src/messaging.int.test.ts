import { describeMessaging } from './conformance.ts';
import { createMessaging } from './messaging.ts';

describeMessaging(createMessaging);

export { createMessaging } from './messaging.ts';
export * from './types.ts';

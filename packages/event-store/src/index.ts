export * from './decide.ts';
export * from './types.ts';
export { createEventStore } from './event-store.ts';
export { isOutOfReach } from './out-of-reach.ts';

export * from './decide.ts';
export * from './types.ts';
export { createEventStore } from './event-store.ts';

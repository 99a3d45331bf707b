export * from './infrastructure.ts';
export * from './mongo.ts';
export * from './given.ts';
export * from './kafka.ts';
export * from './identity.ts';
export * from './services.ts';
export * from './event-feed.ts';

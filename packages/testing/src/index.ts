export * from './infrastructure.ts';
export * from './mongo.ts';
export * from './given.ts';
export * from './kafka.ts';

export * from './decide.ts';
export * from './types.ts';

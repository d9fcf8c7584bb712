// The typed client of Eclusa's REST API. schema.ts is generated; the rest is a thin skin over it.
export * from './client';
export * from './problem';
export * from './types';
export type { components, operations, paths } from './schema';

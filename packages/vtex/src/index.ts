// The VTEX client: addresses, credentials, published limits and errors as data. Uses nothing of ours.
export { createVtexClient } from './client';
export type { Method, VtexAnswer, VtexCall, VtexClient, VtexClientOptions } from './client';
export { VtexError, VtexInputError } from './error';
export type { ShownRequest, ShownResponse, VtexErrorDetails, VtexValues } from './error';
export { readConflict, readErrorBody } from './error-body';
export type { Conflict, ErrorBody } from './error-body';
export { bucketsOf, publishedRates, urgencyOf } from './limits';
export type { Bucket, BucketAnswer, Rate, RateLimiter, Rates } from './limits';
export { licenseResource } from './license';
export { licenseProbe } from './license-probes';
export type { Probe } from './license-probes';
export { deadRoute, readOperations } from './operations';
export type { DeadRoute, Operation } from './operations';
export { baseUrl, expandPath, surfaceOf, surfaces } from './surface';
export type { PathParams, Query, StoreAddress, Surface } from './surface';

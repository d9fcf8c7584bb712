// How a node that writes tells its fetch that one request changes nothing.

/**
 * Marks a request that only reads although its method does not say so. The fetch of a node that writes sends it without
 * this header, also in a dry run and in a run that may only do what a dry run showed.
 */
export const readsHeader = 'x-eclusa-reads';

// How a node tells the fetch of a dry run that a request changes nothing.

/**
 * Marks a request that only reads although its method does not say so. The fetch of a dry run lets it through,
 * without this header. Set by nodes in dry runs only.
 */
export const readsHeader = 'x-eclusa-reads';

// How a worker is started, here as in docker/Dockerfile.

/**
 * Node's own flags. On a machine with much memory V8 lets garbage grow to four times what lives before it looks; a heap that
 * may have a gigabyte is cleaned at 1.6 times. What lives in a worker is some 60 MB, however large a run is.
 */
export const workerFlags = ['--max-old-space-size=1024'];

// Bull queues of Eclusa: names, payloads, options, and a producer that never hangs. Processes nothing itself.
export * from './jobs';
export * from './options';
export * from './producer';

// The store of `test.write` in a thread of its own: it answers while the event loop of the workers stands still, as a store
// somewhere else does.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const program = `
const { createServer } = require('node:http');
const { parentPort } = require('node:worker_threads');
const calls = new Map();
const server = createServer((request, response) => {
  const row = Number(request.url.slice(1));
  const times = calls.get(row) ?? 0;
  if (request.method === 'POST') calls.set(row, times + 1);
  response.writeHead(times === 0 && request.method === 'GET' ? 404 : 200).end();
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
parentPort.on('message', () => parentPort.postMessage([...calls]));
`;

export interface StoreApart {
  /** `host:port` */
  address: string;
  /** Writes by row number so far. */
  calls(): Promise<Map<number, number>>;
  close(): Promise<unknown>;
}

/** Resolves when the store listens. */
export async function startStoreApart(): Promise<StoreApart> {
  const thread = new Worker(program, { eval: true });
  const [port] = (await once(thread, 'message')) as [number];
  return {
    address: `127.0.0.1:${port}`,
    async calls() {
      const answer = once(thread, 'message') as Promise<[[number, number][]]>;
      thread.postMessage('calls');
      const [calls] = await answer;
      return new Map(calls);
    },
    close: () => thread.terminate(),
  };
}

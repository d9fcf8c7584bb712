// Answers whoever watches this process: alive at /healthz, able to work at /readyz. Says nothing else.
import { createServer, type Server } from 'node:http';

/** Listens on `port` of all addresses; 0 picks a free one. */
export function serveHealth(port: number, isReady: () => Promise<boolean>): Promise<Server> {
  const server = createServer((request, response) => {
    const answer = (status: number): void => void response.writeHead(status).end();
    if (request.url === '/healthz') answer(200);
    else if (request.url !== '/readyz') answer(404);
    else
      isReady().then(
        (ready) => answer(ready ? 200 : 503),
        () => answer(503),
      );
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve(server));
  });
}

// A line to a server that drops when a test wants it to.
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { DatabaseServer } from './servers.testing';

/** Drops `times` times, each after `after` bytes of what the server answers have come through. */
export async function droppingLine(server: DatabaseServer, times: number, after = 40_000) {
  const { host, port } = server.connection.values;
  let dropped = 0;
  let isStopped = false;
  const open = new Set<Socket>();
  const line: Server = createServer((near) => {
    if (isStopped) return void near.destroy();
    const far = connect(Number(port), String(host));
    let bytes = 0;
    open.add(near).add(far);
    for (const socket of [near, far]) socket.on('error', () => undefined);
    near.pipe(far);
    far.on('data', (piece: Buffer) => {
      bytes += piece.length;
      near.write(piece);
      if (bytes < after || dropped >= times) return;
      dropped++;
      near.destroy();
      far.destroy();
    });
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((done) => line.listen(0, '127.0.0.1', done));
  return {
    port: (line.address() as { port: number }).port,
    dropped: () => dropped,
    stop() {
      isStopped = true;
      for (const socket of open) socket.destroy();
    },
    close: () => line.close(),
  };
}

/** Passes a word on to the server and, the first time, drops when the answer to it comes. */
export async function lineWithoutAnswerTo(word: string, server: DatabaseServer) {
  const { host, port } = server.connection.values;
  let isDropped = false;
  const line = createServer((near) => {
    const far = connect(Number(port), String(host));
    let isAsked = false;
    for (const socket of [near, far]) socket.on('error', () => undefined);
    near.on('data', (piece: Buffer) => {
      isAsked ||= piece.includes(word);
      far.write(piece);
    });
    far.on('data', (piece: Buffer) => {
      if (!isAsked || isDropped) return void near.write(piece);
      isDropped = true;
      near.destroy();
      far.destroy();
    });
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((done) => line.listen(0, '127.0.0.1', done));
  return { port: (line.address() as { port: number }).port, close: () => line.close() };
}

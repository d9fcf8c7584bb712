// A worker process beside the service under test, over the same database and queue: for what only a whole run can show.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { TestApi } from './api.testing';

const program = path.resolve(__dirname, '../../worker/dist/main.js');

/** Starts it; resolves when it takes work. `stop` ends it. */
export async function startWorkerFor({ environment }: TestApi): Promise<{ stop(): Promise<void> }> {
  const env = { ...environment, PATH: process.env.PATH, ECLUSA_SWEEP_MS: '500' };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (piece: Buffer): void => {
      said += piece.toString();
      if (said.includes('worker ready')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`the worker ended: ${said}`)));
  });
  await ready;
  return {
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

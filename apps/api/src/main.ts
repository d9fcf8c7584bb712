// Starts the service: checks first, then listens; says in one sentence why it does not.
import 'reflect-metadata';
import { sentence, toErrorRecord } from '@eclusa/flow';
import type { Server } from 'node:http';
import { createApp } from './app';
import { checkDatabase } from './database-check';
import { ConfigFault, readConfig } from './config';

/** Open event streams and uploads get this long to end by themselves. */
const GRACE = 4_500;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  await checkDatabase(config.databaseUrl);
  const app = await createApp(config);
  await app.init();
  await listen(app.getHttpServer(), config.port);
  process.stdout.write(`${JSON.stringify({ ready: true, port: config.port, url: config.publicUrl.href })}\n`);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), GRACE).unref();
    void app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** Nest's own `listen` reports a used port in its log as well; one sentence is enough. */
function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** One sentence for a person who starts Eclusa. */
function reason(error: unknown): string {
  if (error instanceof ConfigFault) return error.message;
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use. Stop what uses it, or set ECLUSA_PORT to another one.`;
  }
  if (code === 'EACCES') return `Port ${port} may not be used. Set ECLUSA_PORT to one above 1023.`;
  const record = toErrorRecord(error);
  return sentence(record.code, record.values, 'en');
}

main().catch((error: unknown) => {
  process.stderr.write(`${reason(error)}\n`);
  process.exit(1);
});

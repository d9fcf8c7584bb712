// Starts the service: checks first, then listens; says in one sentence why it does not.
import 'reflect-metadata';
import { sentence, toErrorRecord } from '@eclusa/flow';
import { createApp } from './app';
import { ConfigFault, readConfig } from './config';

/** Open event streams and uploads get this long to end by themselves. */
const GRACE = 4_500;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const app = await createApp(config);
  await app.listen(config.port);
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

// The worker process: reads its settings, works until told to stop, and is gone within 5 seconds then.
import 'reflect-metadata';
import { EclusaError, sentence, toErrorRecord } from '@eclusa/flow';
import { nodeTypes } from '@eclusa/nodes';
import { ConsoleLogger } from '@nestjs/common';
import { ConfigFault, readConfig } from './config';
import { startWorker, type Worker } from './worker';

/** Whatever still runs then is resumed by another worker when its lease ends. */
const hardStopMs = 4_500;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const json = process.env.ECLUSA_LOG !== 'text';
  const logger = new ConsoleLogger({ json, logLevels: ['log', 'warn', 'error', 'fatal'] });
  const worker = await startWorker(config, { nodeTypes, logger });
  logger.log('worker ready', 'main');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end(worker));
}

async function end(worker: Worker): Promise<void> {
  setTimeout(() => process.exit(0), hardStopMs).unref();
  await worker.stop();
  process.exit(0);
}

function explain(error: unknown): string {
  if (error instanceof ConfigFault) return error.faults.map(explain).join('\n');
  if (!(error instanceof EclusaError))
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  const { code, values } = toErrorRecord(error);
  return sentence(code, values, 'en');
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});

// A program that does one thing with the service's own parts, prints a line about it, and ends.
import { sentence, toErrorRecord } from '@eclusa/flow';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { ConfigFault, readConfig } from '../config';
import { checkDatabase } from '../database-check';
import { SeedModule } from './seed.module';

/** Prints what `work` answers and ends the process; a failure is a sentence on stderr and exit code 1. */
export function runProgram(work: (app: INestApplicationContext) => Promise<string>): void {
  open(work).then(
    // A Redis that is away must not keep this from ending.
    () => process.exit(0),
    (error: unknown) => {
      const { code, values } = toErrorRecord(error);
      const text = error instanceof ConfigFault ? error.message : sentence(code, values, 'en');
      process.stderr.write(`${text}\n`);
      process.exit(1);
    },
  );
}

async function open(work: (app: INestApplicationContext) => Promise<string>): Promise<void> {
  const config = readConfig(process.env);
  await checkDatabase(config.databaseUrl);
  const app = await NestFactory.createApplicationContext(SeedModule.over(AppModule.for(config)), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  process.stdout.write(`${await work(app)}\n`);
  await app.close();
}

// Fills a database with the demo: workspace, person, store, connections, the sample flow. May run any number of times.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { sentence, toErrorRecord } from '@eclusa/flow';
import { AppModule } from './app.module';
import { ConfigFault, readConfig } from './config';
import { checkDatabase } from './database-check';
import { DemoService } from './seed/demo.service';
import { SeedModule } from './seed/seed.module';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  await checkDatabase(config.databaseUrl);
  const app = await NestFactory.createApplicationContext(SeedModule.over(AppModule.for(config)), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  const seeded = await app.get(DemoService).seed({
    email: process.env.ECLUSA_DEMO_EMAIL || 'demo@eclusa.local',
    password: process.env.ECLUSA_DEMO_PASSWORD,
    sandboxUrl: `http://127.0.0.1:${process.env.ECLUSA_SANDBOX_PORT || 4310}`,
    erpUrl: `http://127.0.0.1:${process.env.ECLUSA_ERP_PORT || 4320}`,
    run: process.argv.includes('--run'),
  });
  process.stdout.write(`${JSON.stringify(seeded)}\n`);
  await app.close();
}

main().then(
  // A Redis that is away must not keep this from ending.
  () => process.exit(0),
  (error: unknown) => {
    const { code, values } = toErrorRecord(error);
    const text = error instanceof ConfigFault ? error.message : sentence(code, values, 'en');
    process.stderr.write(`${text}\n`);
    process.exit(1);
  },
);

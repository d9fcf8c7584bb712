// Fills a database with the demo: workspace, person, store, connections, the sample flow. May run any number of times.
import 'reflect-metadata';
import { DemoService } from './seed/demo.service';
import { runProgram } from './seed/program';

const { env } = process;

runProgram(async (app) => {
  const seeded = await app.get(DemoService).seed({
    email: env.ECLUSA_DEMO_EMAIL || 'demo@eclusa.local',
    password: env.ECLUSA_DEMO_PASSWORD,
    sandboxUrl: env.ECLUSA_SANDBOX_URL || `http://127.0.0.1:${env.ECLUSA_SANDBOX_PORT || 4310}`,
    erpUrl: env.ECLUSA_ERP_URL || `http://127.0.0.1:${env.ECLUSA_ERP_PORT || 4320}`,
    run: process.argv.includes('--run'),
  });
  return JSON.stringify(seeded);
});

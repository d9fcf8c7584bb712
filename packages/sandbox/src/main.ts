// The process: sandbox store and demo ERP on their two ports, until it is told to stop.
import type { AccountHandle } from './account';
import { startErp, type Erp } from './erp/erp';
import { startSandbox, type Sandbox } from './sandbox';
import { keepStore, recallStore } from './store/kept';

/** Key the demo ERP asks for in `X-API-Key`. */
const erpKey = 'erp-demo-key';

function portFrom(variable: string, otherwise: number): number {
  const given = process.env[variable];
  if (given === undefined || given === '') return otherwise;
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`${variable} is "${given}". Set it to a port number from 0 to 65535.`);
}

async function main(): Promise<void> {
  const host = process.env.ECLUSA_SANDBOX_HOST || '127.0.0.1';
  const [account, ...moreAccounts] = (process.env.ECLUSA_SANDBOX_ACCOUNTS || 'lojademo')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const sandbox = await startSandbox({
    ...{ port: portFrom('ECLUSA_SANDBOX_PORT', 4310), host, moreAccounts },
    ...(account !== undefined && { account }),
  });
  const keptIn = process.env.ECLUSA_SANDBOX_STATE;
  if (keptIn) for (const [file, { state }] of keptFiles(sandbox, keptIn)) await recallStore(state, file);
  const erp = await startErp({
    port: portFrom('ECLUSA_ERP_PORT', 4320),
    host,
    products: Number(process.env.ECLUSA_ERP_PRODUCTS) || 2000,
    auth: { kind: 'apiKey', key: erpKey },
  }).catch(async (error: unknown) => {
    await sandbox.close();
    throw error;
  });
  process.stdout.write(`ready: sandbox store ${sandbox.url}, demo ERP ${erp.url}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void stop(sandbox, erp, keptIn));
}

/** Where each account is kept: the first where told, the others beside it. */
function keptFiles(sandbox: Sandbox, keptIn: string): [string, AccountHandle][] {
  return [...sandbox.accounts].map(([name, one]) => [
    one.account === sandbox.account ? keptIn : `${keptIn}-${name}`,
    one,
  ]);
}

async function stop(sandbox: Sandbox, erp: Erp, keptIn: string | undefined): Promise<void> {
  await Promise.all([sandbox.close(), erp.close()]);
  if (keptIn) for (const [file, { state }] of keptFiles(sandbox, keptIn)) await keepStore(state, file);
  process.exit(0);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

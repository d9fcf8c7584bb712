// A stack for measurements with stores: Postgres, Redis, one api and workers of its own, and sandbox stores in this
// process. Everything on free loopback ports, its data in a temporary folder.
import { startSandbox } from '@eclusa/sandbox';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../scripts/setup/dependencies.mjs';
import { freePort } from '../../scripts/setup/machine.mjs';
import { startPostgres } from '../../scripts/setup/postgres.mjs';
import { Processes } from '../../scripts/setup/processes.mjs';
import { startRedis } from '../../scripts/setup/redis.mjs';
import { Stop } from '../../scripts/setup/say.mjs';
import { workerFlags } from '../../scripts/setup/worker.mjs';

const person = { email: 'stores@eclusa.local', password: 'only-on-this-machine-7' };
const ended = ['completed', 'failed', 'cancelled'];

/** Starts a stack with one sandbox for each of `stores` (options of `startSandbox`) and so many workers. */
export async function startStack({ stores, workers }) {
  delete process.env.DATABASE_URL;
  delete process.env.REDIS_URL;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'eclusa-stores-'));
  // Postgres runs as another user when we are root, and has to get in.
  chmodSync(folder, 0o755);
  const processes = new Processes(folder);
  const sandboxes = await Promise.all(stores.map((options) => startSandbox(options)));
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: await startPostgres(processes, folder),
    REDIS_URL: await startRedis(processes, folder),
    ECLUSA_SECRET_KEY: randomBytes(32).toString('base64'),
    ECLUSA_ALLOW_PRIVATE_HOSTS: sandboxes.map(({ port }) => `127.0.0.1:${port}`).join(','),
    ECLUSA_SANDBOX_URL: sandboxes[0].url,
    ECLUSA_LOG: 'text',
  };
  once(env, 'packages/db/dist/migrate.js');
  once(
    { ...env, ECLUSA_DEMO_EMAIL: person.email, ECLUSA_DEMO_PASSWORD: person.password },
    'apps/api/dist/seed.js',
  );
  const node = (name, file, more, flags = []) =>
    processes.start(name, process.execPath, [...flags, path.join(root, file)], {
      ...{ cwd: root, ready: /ready/i },
      env: { ...env, ...more },
    });
  const port = await freePort(21_000);
  await node('api', 'apps/api/dist/main.js', { ECLUSA_PORT: `${port}` });
  for (let one = 0; one < workers; one += 1) {
    await node(`worker-${one}`, 'apps/worker/dist/main.js', {}, workerFlags);
  }
  const call = await signIn(`http://127.0.0.1:${port}/api/v1`);
  const stop = async () => {
    await processes.stop();
    await Promise.all(sandboxes.map((sandbox) => sandbox.close()));
    rmSync(folder, { recursive: true, force: true });
  };
  return { sandboxes, call, stop };
}

/**
 * Makes and publishes a flow that reads `rows` numbered rows of a file into one action on `sandbox`; answers its id.
 * Without `rows` they come with the call.
 */
export async function makeFlow(call, { name, sandbox, rows, type, mapping }) {
  const source =
    rows === undefined
      ? { type: 'source.call', version: 1, config: {} }
      : { type: 'source.csv', version: 1, config: { from: 'file', file: await upload(call, name, rows) } };
  const { id: store } = await call('POST', '/connections', {
    kind: 'vtex',
    name,
    settings: { account: sandbox.account, appKey: sandbox.appKey, mainBaseUrl: sandbox.url },
    secrets: { appToken: sandbox.appToken },
  });
  const document = {
    format: 'eclusa/flow',
    formatVersion: 1,
    name,
    slots: { store: { kind: 'vtex', name: 'Store' } },
    parameters: {},
    nodes: {
      source,
      send: {
        type,
        version: 1,
        config: {
          connection: 'store',
          mapping: Object.entries(mapping).map(([target, expression]) => ({ target, expression })),
        },
      },
    },
    edges: [{ from: { node: 'source', port: 'out' }, to: { node: 'send', port: 'in' } }],
    layout: { nodes: {} },
  };
  const { id, revision } = await call('POST', '/flows', { name, document });
  await call('PUT', `/flows/${id}/binding`, { slots: { store }, parameters: {} });
  await call('POST', `/flows/${id}/publish`, { revision });
  return id;
}

async function upload(call, name, rows) {
  const lines = Array.from({ length: rows }, (_, index) => `${index + 1};`).join('\n');
  return (await call('POST', `/files?name=${name}.csv`, Buffer.from(`n;nada\n${lines}\n`))).id;
}

/** Starts a run; answers its id. */
export async function startRun(call, flowId, wish = {}) {
  return (await call('POST', `/flows/${flowId}/runs`, wish)).id;
}

/** The run once it has ended. */
export async function endOf(call, runId) {
  for (;;) {
    const run = await call('GET', `/runs/${runId}`);
    if (ended.includes(run.state)) return run;
    await sleep(50);
  }
}

async function signIn(base) {
  let cookie = '';
  const call = async (method, route, body) => {
    const isBytes = Buffer.isBuffer(body);
    const answer = await fetch(`${base}${route}`, {
      method,
      headers: {
        'content-type': isBytes ? 'application/octet-stream' : 'application/json',
        'x-eclusa-csrf': '1',
        cookie,
      },
      ...(body !== undefined && { body: isBytes ? body : JSON.stringify(body) }),
    });
    if (!answer.ok)
      throw new Stop(`${method} ${route} was answered ${answer.status}: ${await answer.text()}`);
    const set = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
    if (set.length > 0) cookie = set.join('; ');
    const text = await answer.text();
    return text === '' ? undefined : JSON.parse(text);
  };
  await call('POST', '/auth/sign-in', person);
  return call;
}

function once(env, file) {
  const result = spawnSync(process.execPath, [path.join(root, file)], { cwd: root, env, encoding: 'utf8' });
  if (result.status !== 0)
    throw new Stop(`${file} failed:\n${result.stdout}${result.stderr}\nBuild first: npm run build`);
}

// Starts the product with its start command on free ports and a data folder of its own, and ends it.
// What it printed is kept for the tests: the summary of the first run is a promise to the user.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** Where the tests find the running system: set by the global set-up. */
export const stack = {
  get editor() {
    return required('ECLUSA_E2E_EDITOR');
  },
  get sandbox() {
    return required('ECLUSA_E2E_SANDBOX');
  },
  get erp() {
    return required('ECLUSA_E2E_ERP');
  },
  /** A port of 127.0.0.1 that flows may reach, for whatever a test starts there. */
  get port() {
    return Number(required('ECLUSA_E2E_PORT'));
  },
  get output() {
    return required('ECLUSA_E2E_OUTPUT');
  },
  password: process.env.ECLUSA_E2E_PASSWORD ?? 'e2e-password-of-the-demo-user',
  email: 'demo@eclusa.local',
};

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: the global set-up did not run`);
  return value;
}

export default async function start(): Promise<() => Promise<void>> {
  const [editor, sandbox, erp, other] = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'eclusa-e2e-'));
  chmodSync(folder, 0o755);
  const child = spawn(process.execPath, [path.resolve(__dirname, '../scripts/start.mjs')], {
    cwd: path.resolve(__dirname, '..'),
    env: {
      ...process.env,
      ECLUSA_PORT: `${editor}`,
      ECLUSA_SANDBOX_PORT: `${sandbox}`,
      ECLUSA_ERP_PORT: `${erp}`,
      ECLUSA_DATA: folder,
      ECLUSA_ALLOW_PRIVATE_HOSTS: `127.0.0.1:${other}`,
      ECLUSA_DEMO_PASSWORD: stack.password,
      DATABASE_URL: '',
      REDIS_URL: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = await untilReady(child);
  Object.assign(process.env, {
    ECLUSA_E2E_EDITOR: `http://localhost:${editor}`,
    ECLUSA_E2E_SANDBOX: `http://127.0.0.1:${sandbox}`,
    ECLUSA_E2E_ERP: `http://127.0.0.1:${erp}`,
    ECLUSA_E2E_PORT: `${other}`,
    ECLUSA_E2E_OUTPUT: output,
  });
  return async () => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
}

function untilReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`not ready after 5 minutes:\n${output}`)), 300_000);
    const collect = (data: Buffer): void => {
      output += data.toString();
      if (!/\bready\n/.test(output)) return;
      clearTimeout(timer);
      resolve(output);
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the start command ended with ${code}:\n${output}`));
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

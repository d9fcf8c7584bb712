// Real database servers for tests, each with settings, port and folder of its own: MariaDB, Firebird.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Connection, Json } from '@eclusa/flow';

export interface DatabaseServer {
  connection: Connection;
  /** What the guard has to let through. */
  allow: string;
  /** What vouches for it as `localhost`, where it has TLS. */
  certificate?: string;
  close(): Promise<void>;
}

const path = [process.env['PATH'], '/usr/sbin', '/sbin'].join(delimiter);
const password = 'senha-de-teste-1';

/** MariaDB with a database `erp` and its user `eclusa`. */
export async function startMariadb(): Promise<DatabaseServer> {
  const base = mkdtempSync(join(tmpdir(), 'eclusa-mariadb-'));
  const port = await freePort();
  const data = join(base, 'data');
  const own = ['--no-defaults', `--datadir=${data}`, ...(isRoot() ? ['--user=root'] : [])];
  const install = ['--auth-root-authentication-method=normal', '--skip-test-db', '--force'];
  execFileSync(programOf('mariadb-install-db'), [...own, ...install], {
    stdio: 'ignore',
    env: { ...process.env, PATH: path },
  });
  const init = join(base, 'init.sql');
  writeFileSync(
    init,
    [
      'CREATE DATABASE IF NOT EXISTS erp CHARACTER SET utf8mb4;',
      `CREATE USER 'eclusa'@'%' IDENTIFIED BY '${password}';`,
    ]
      .concat(["GRANT ALL ON erp.* TO 'eclusa'@'%';", "GRANT CONNECTION ADMIN ON *.* TO 'eclusa'@'%';"])
      .join('\n'),
  );
  const [key, certificate] = [join(base, 'key.pem'), join(base, 'certificate.pem')];
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
  const names = ['-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', certificate];
  execFileSync(programOf('openssl'), [...made, ...names], { stdio: 'ignore' });
  const tls = [`--ssl-cert=${certificate}`, `--ssl-key=${key}`];
  const small = [
    '--innodb-buffer-pool-size=32M',
    '--innodb-log-file-size=16M',
    '--innodb-flush-log-at-trx-commit=0',
  ];
  const where = [
    `--socket=${join(base, 's')}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    `--pid-file=${join(base, 'pid')}`,
  ];
  const server = await started(
    programOf('mariadbd'),
    [...own, ...where, ...small, ...tls, `--init-file=${init}`],
    {},
    port,
  );
  const values = { username: 'eclusa', password, database: 'erp', security: 'none' };
  const running = serverOf('mysql', values, port, server, base);
  return { ...running, certificate: readFileSync(certificate, 'utf8') };
}

/** Firebird with a database in WIN1252. */
export async function startFirebird(): Promise<DatabaseServer> {
  const base = mkdtempSync(join(tmpdir(), 'eclusa-firebird-'));
  const port = await freePort();
  const [installed, security, file] = [firebirdFolder(), join(base, 'security3.fdb'), join(base, 'erp.fdb')];
  mkdirSync(join(base, 'lock'));
  // It finds character sets only where they lie below its own folder, and not behind links.
  cpSync(join(installed, 'intl'), join(base, 'intl'), { recursive: true, dereference: true });
  symlinkSync(join(installed, 'plugins'), join(base, 'plugins'));
  cpSync(join(installed, 'plugins.conf'), join(base, 'plugins.conf'), { dereference: true });
  cpSync(join(installed, 'firebird.msg'), join(base, 'firebird.msg'), { dereference: true });
  writeFileSync(join(base, 'databases.conf'), '');
  const settings = [
    `RemoteServicePort = ${port}`,
    'RemoteBindAddress = localhost',
    `SecurityDatabase = ${security}`,
  ];
  const more = [
    `DatabaseAccess = Restrict ${base}`,
    'AuthServer = Srp',
    'UserManager = Srp',
    'WireCrypt = Enabled',
  ];
  writeFileSync(join(base, 'firebird.conf'), [...settings, ...more].join('\n'));
  const env = { FIREBIRD: base, FIREBIRD_LOCK: join(base, 'lock'), FIREBIRD_TMP: base, FIREBIRD_MSG: base };
  const say = (input: string, ...args: string[]) =>
    execFileSync(programOf('isql-fb'), ['-q', ...args], {
      input,
      env: { ...process.env, ...env, PATH: path },
    });
  say(`CREATE DATABASE '${security}';`);
  say(`CREATE USER SYSDBA PASSWORD '${password}';`, '-user', 'SYSDBA', security);
  say(`CREATE DATABASE '${file}' USER 'SYSDBA' DEFAULT CHARACTER SET WIN1252;`);
  const args = ['-p', String(port), '-e', base, '-el', join(base, 'lock')];
  const server = await started(programOf('firebird'), args, env, port);
  const values = { username: 'SYSDBA', password, database: file, charset: 'WIN1252', security: 'encrypt' };
  return serverOf('firebird', values, port, server, base);
}

const isRoot = () => process.getuid?.() === 0;

function firebirdFolder(): string {
  const libraries = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((one) => `/usr/lib/${one}/firebird/3.0`);
  const found = [...libraries, '/opt/firebird'].find((folder) => existsSync(join(folder, 'plugins')));
  if (!found) throw new Error('Firebird is not installed: npm test sees to it');
  return found;
}

function serverOf(
  kind: string,
  own: Record<string, Json>,
  port: number,
  server: ChildProcess,
  folder: string,
): DatabaseServer {
  return {
    connection: { id: kind, kind, values: { host: '127.0.0.1', port, ...own } },
    allow: `127.0.0.1:${port}`,
    async close() {
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function programOf(name: string): string {
  const found = path
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
  if (!found) throw new Error(`${name} is not installed: npm test sees to it`);
  return found;
}

async function started(
  program: string,
  args: string[],
  env: Record<string, string>,
  port: number,
): Promise<ChildProcess> {
  const server = spawn(program, args, {
    env: { ...process.env, ...env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (piece) => (said += String(piece)));
  const gone = new Promise<never>((_, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`${program} ended: ${said}`)));
  });
  await Promise.race([gone, listening(port)]);
  gone.catch(() => undefined);
  return server;
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await answers(port)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`nobody listens on ${port}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => done(!socket.destroy().connecting));
    socket.once('error', () => done(false));
  });
}

/** Nobody needs what is in its folder any more. */
function ended(server: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (server.exitCode !== null || server.signalCode !== null) return done();
    server.once('exit', () => done());
    server.kill('SIGKILL');
  });
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

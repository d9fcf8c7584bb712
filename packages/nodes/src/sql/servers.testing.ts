// Real database servers for tests, each with settings, port and folder of its own: MariaDB, Firebird.
import { execFileSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection, Json } from '@eclusa/flow';
import { ended, freePort, programOf, selfSigned, serverPath, started } from '../server-process.testing';

export interface DatabaseServer {
  connection: Connection;
  /** What the guard has to let through. */
  allow: string;
  /** What vouches for it as `localhost`, where it has TLS. */
  certificate?: string;
  close(): Promise<void>;
}

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
    env: { ...process.env, PATH: serverPath },
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
  const { key, file: certificate, text } = selfSigned(base);
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
    port,
  );
  const values = { username: 'eclusa', password, database: 'erp', security: 'none' };
  const running = serverOf('mysql', values, port, server, base);
  return { ...running, certificate: text };
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
      env: { ...process.env, ...env, PATH: serverPath },
    });
  say(`CREATE DATABASE '${security}';`);
  say(`CREATE USER SYSDBA PASSWORD '${password}';`, '-user', 'SYSDBA', security);
  say(`CREATE DATABASE '${file}' USER 'SYSDBA' DEFAULT CHARACTER SET WIN1252;`);
  const args = ['-p', String(port), '-e', base, '-el', join(base, 'lock')];
  const server = await started(programOf('firebird'), args, port, env);
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
      // Nobody needs what is in its folder any more.
      await ended(server, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

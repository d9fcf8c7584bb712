// A real RabbitMQ for tests, with a node name, ports, home and folders of its own. It takes some seconds to start, so tests
// that need one share it.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '@eclusa/flow';
import { freePort, listening, selfSigned, serverPath } from '../server-process.testing';

const PROGRAM = '/usr/lib/rabbitmq/bin/rabbitmq-server';

/**
 * The broker and the list of names it needs, both in the foreground, until nobody holds the other end of the input: they
 * end with whoever started them, however that ends.
 */
const UNTIL_LEFT = `epmd -port $1 -address 127.0.0.1 & names=$!
"$0" </dev/null & server=$!
cat >/dev/null
kill $server; wait $server; kill $names; cd /; rm -rf "$2"`;

export interface TestBroker {
  /** Without TLS, into the virtual host `erp`. */
  connection: Connection;
  /** With TLS, by a certificate of its own for `localhost`. */
  secure: Connection;
  /** What the guard has to let through. */
  allow: string[];
  close(): Promise<void>;
}

/** Starts it; resolves when it takes connections. */
export async function startBroker(): Promise<TestBroker> {
  if (!existsSync(PROGRAM)) throw new Error('rabbitmq-server is not installed: npm test sees to it');
  const base = mkdtempSync(join(tmpdir(), 'eclusa-rabbit-'));
  const home = join(base, 'home');
  mkdirSync(home);
  const [port, tlsPort, nodePort, epmdPort] = await Promise.all([
    freePort(),
    freePort(),
    freePort(),
    freePort(),
  ]);
  const certificate = selfSigned(base);
  const lines = [
    ...[`listeners.tcp.default = 127.0.0.1:${port}`, `listeners.ssl.default = 127.0.0.1:${tlsPort}`],
    ...[`ssl_options.certfile = ${certificate.file}`, `ssl_options.keyfile = ${certificate.key}`],
    ...[`ssl_options.cacertfile = ${certificate.file}`, 'ssl_options.verify = verify_none'],
    ...['default_user = eclusa', 'default_pass = segredo', 'default_vhost = erp', 'loopback_users = none'],
    ...['log.console = true', 'log.console.level = error', 'log.file = false'],
  ];
  writeFileSync(join(base, 'rabbitmq.conf'), `${lines.join('\n')}\n`);
  writeFileSync(join(base, 'plugins'), '[].\n');
  writeFileSync(join(base, 'env.conf'), '');
  const env = {
    ...{ PATH: serverPath, HOME: home, LANG: 'C.UTF-8' },
    ...{ RABBITMQ_NODENAME: `eclusa${port}@localhost`, RABBITMQ_DIST_PORT: String(nodePort) },
    ...{ RABBITMQ_CONFIG_FILE: join(base, 'rabbitmq.conf'), RABBITMQ_CONF_ENV_FILE: join(base, 'env.conf') },
    ...{ RABBITMQ_MNESIA_BASE: join(base, 'mnesia'), RABBITMQ_LOG_BASE: join(base, 'log') },
    ...{ RABBITMQ_ENABLED_PLUGINS_FILE: join(base, 'plugins'), RABBITMQ_PID_FILE: join(base, 'pid') },
    ...{ ERL_EPMD_PORT: String(epmdPort), ERL_EPMD_ADDRESS: '127.0.0.1', RABBITMQ_SCHEDULER_BIND_TYPE: 'u' },
    ...{ RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '+S 2:2 +sbwt none' },
  };
  const server = spawn('sh', ['-c', UNTIL_LEFT, PROGRAM, String(epmdPort), base], { env, cwd: base });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (piece) => (said += String(piece)));
  const ended = () => (server.exitCode === null ? null : String(server.exitCode));
  await Promise.all([listening(port, ended), listening(tlsPort, ended)]).catch((error: Error) => {
    throw new Error(`${error.message}: ${said}`);
  });
  // It ends with this process, and does not keep it.
  server.unref();
  for (const stream of [server.stdin, server.stdout, server.stderr]) (stream as Socket).unref();
  const values = { username: 'eclusa', password: 'segredo', vhost: 'erp' };
  return {
    connection: {
      id: 'rabbit',
      kind: 'amqp',
      values: { ...values, host: '127.0.0.1', port, security: 'none' },
    },
    secure: {
      id: 'rabbits',
      kind: 'amqp',
      values: { ...values, host: 'localhost', port: tlsPort, security: 'tls', certificate: certificate.text },
    },
    allow: [`127.0.0.1:${port}`, `localhost:${tlsPort}`],
    async close() {
      server.stdin.end();
      if (server.exitCode === null) await new Promise((done) => server.once('exit', done));
    },
  };
}

const SHARED_MS = 20_000;
let shared: { broker: Promise<TestBroker>; users: number; timer?: NodeJS.Timeout } | null = null;

/** The same one for whoever asks, until nobody has used it for a while. */
export async function sharedBroker(): Promise<TestBroker> {
  const own = (shared ??= { broker: startBroker(), users: 0 });
  own.users += 1;
  clearTimeout(own.timer);
  const broker = await own.broker;
  return {
    ...broker,
    async close() {
      own.users -= 1;
      if (own.users > 0) return;
      own.timer = setTimeout(() => {
        if (shared === own) shared = null;
        void broker.close();
      }, SHARED_MS).unref();
    },
  };
}

// What every test that starts a real server needs: the program, a free port, waiting until it listens, ending it.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/** Servers lie where PATH does not always lead. */
export const serverPath = [process.env['PATH'], '/usr/sbin', '/sbin'].join(delimiter);

/** The whole path of a program. Throws where it is not installed. */
export function programOf(name: string): string {
  const found = serverPath
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
  if (!found) throw new Error(`${name} is not installed: npm test sees to it`);
  return found;
}

/** Starts a program; resolves when it listens on the port. Throws with what it said when it ends before. */
export async function started(
  program: string,
  args: string[],
  port: number,
  env: Record<string, string> = {},
): Promise<ChildProcess> {
  const server = spawn(program, args, {
    env: { ...process.env, ...env, PATH: serverPath },
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

/** Resolves when somebody listens there. `ended` says why nobody ever will. */
export async function listening(port: number, ended: () => string | null = () => null): Promise<void> {
  for (let tries = 0; tries < 1_200; tries++) {
    const why = ended();
    if (why !== null) throw new Error(`the server ended: ${why}`);
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

/** Ends it by this signal; resolves when it is gone. */
export function ended(server: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  return new Promise((done) => {
    if (server.exitCode !== null || server.signalCode !== null) return done();
    server.once('exit', () => done());
    server.kill(signal);
  });
}

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

/** A certificate for `localhost` that vouches for itself, as files in `folder` and as text. */
export function selfSigned(folder: string): { file: string; key: string; text: string } {
  const [key, file] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject];
  execFileSync('openssl', [...made, '-keyout', key, '-out', file], { stdio: 'ignore' });
  return { file, key, text: readFileSync(file, 'utf8') };
}

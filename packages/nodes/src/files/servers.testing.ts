// Real servers for tests, each with settings, port and folder of its own: OpenSSH, vsftpd, s3rver.
import { execFileSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import type { Connection, Json } from '@eclusa/flow';
import { ended, freePort, programOf, selfSigned, started } from '../server-process.testing';

export interface FileServer {
  connection: Connection;
  /** What the guard has to let through. */
  allow: string;
  /** The folder behind it, where it has one. */
  folder: string;
  close(): Promise<void>;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own that every user may enter, gone when the tests of the file are over. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'eclusa-files-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

/** sshd, which lets the user of this process in by a key. `keyBits` makes host keys differ. */
export async function startSftp(port?: number): Promise<FileServer & { hostKey: string }> {
  const base = ownFolder();
  const folder = join(base, 'files');
  mkdirSync(folder);
  const [host, user] = [join(base, 'host'), join(base, 'user')];
  for (const file of [host, user]) {
    execFileSync(programOf('ssh-keygen'), ['-q', '-t', 'ed25519', '-N', '', '-f', file]);
  }
  // sshd as root wants this folder for the part of it that has no rights.
  if (userInfo().uid === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  const used = port ?? (await freePort());
  const config = [
    ...[`Port ${used}`, 'ListenAddress 127.0.0.1', `HostKey ${host}`, `AuthorizedKeysFile ${user}.pub`],
    ...['StrictModes no', 'UsePAM no', 'PermitRootLogin yes', 'PasswordAuthentication no', 'PidFile none'],
    'Subsystem sftp internal-sftp',
  ];
  writeFileSync(join(base, 'config'), config.join('\n'));
  const server = await started(programOf('sshd'), ['-D', '-e', '-f', join(base, 'config')], used);
  const shown = execFileSync(programOf('ssh-keygen'), ['-lf', `${host}.pub`], { encoding: 'utf8' });
  const hostKey = shown.split(' ')[1] as string;
  const privateKey = readFileSync(user, 'utf8');
  const values = {
    host: '127.0.0.1',
    port: used,
    username: userInfo().username,
    privateKey,
    hostKey,
    folder,
  };
  return { ...serverOf('sftp', values, used, server, base), folder, hostKey };
}

/** vsftpd, which lets anonymous people do everything in its folder; with TLS by a certificate of its own, or without. */
export async function startFtp(security: 'explicit' | 'none'): Promise<FileServer> {
  const base = ownFolder();
  const [folder, empty] = [join(base, 'files'), join(base, 'empty')];
  const inside = join(folder, 'erp');
  for (const path of [folder, inside, empty]) mkdirSync(path);
  chmodSync(inside, 0o777);
  const { key, file: certificate, text } = selfSigned(base);
  const used = await freePort();
  const yes = (...names: string[]) => names.map((name) => `${name}=YES`);
  const config = [
    ...[
      `listen_port=${used}`,
      'listen_address=127.0.0.1',
      `anon_root=${folder}`,
      `secure_chroot_dir=${empty}`,
    ],
    ...yes('listen', 'anonymous_enable', 'write_enable', 'anon_upload_enable', 'anon_mkdir_write_enable'),
    ...yes('anon_other_write_enable', 'no_anon_password', 'allow_writeable_chroot'),
    ...['local_enable=NO', 'background=NO', 'seccomp_sandbox=NO', 'anon_umask=022', 'xferlog_enable=NO'],
    ...['isolate=NO', 'isolate_network=NO', 'anon_world_readable_only=NO'],
    ...(userInfo().uid === 0 ? [] : yes('run_as_launching_user')),
    ...(security === 'none'
      ? []
      : [
          ...yes('ssl_enable', 'allow_anon_ssl', 'force_anon_data_ssl', 'force_anon_logins_ssl'),
          ...[`rsa_cert_file=${certificate}`, `rsa_private_key_file=${key}`],
        ]),
  ];
  writeFileSync(join(base, 'config'), `${config.join('\n')}\n`);
  const server = await started(programOf('vsftpd'), [join(base, 'config')], used);
  const tls: Record<string, Json> = security === 'none' ? {} : { certificate: text };
  const values = {
    host: 'localhost',
    port: used,
    username: 'anonymous',
    password: 'x',
    security,
    ...tls,
    folder: '/erp',
  };
  return { ...serverOf('ftp', values, used, server, base), folder: inside };
}

/** s3rver, with one bucket. */
export async function startS3(): Promise<FileServer> {
  const base = ownFolder();
  const used = await freePort();
  const program = resolve(__dirname, '../../../../node_modules/s3rver/bin/s3rver.js');
  const where = ['--directory', base, '--address', '127.0.0.1', '--port', String(used), '--silent'];
  const server = await started(process.execPath, [program, ...where, '--configure-bucket', 'erp'], used);
  const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
  const values = { endpoint: `http://127.0.0.1:${used}`, bucket: 'erp', ...keys, folder: 'saida' };
  return serverOf('s3', values, used, server, base);
}

function serverOf(
  kind: string,
  values: Record<string, Json>,
  port: number,
  server: ChildProcess,
  folder: string,
): FileServer {
  return {
    connection: { id: kind, kind, values },
    allow: `${String(values['host'] ?? '127.0.0.1')}:${port}`,
    folder,
    async close() {
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

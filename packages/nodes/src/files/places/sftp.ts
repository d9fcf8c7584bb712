// Files on an SFTP server. Its host key is known beforehand: a server with another one gets no password.
import { createHash } from 'node:crypto';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { EclusaError, RemoteError, UserError, type Connection } from '@eclusa/flow';
import type { Client, ConnectConfig, FileEntryWithStats, SFTPWrapper } from 'ssh2';
import type { StoreTools } from '../open-store';
import type { PlaceFile } from '../place';
import { folderOf, joined, listed, type FileStore, type FolderEntries, type ListHow } from '../store';

const READY_MS = 20_000;
/** Status codes of SFTP, draft-ietf-secsh-filexfer-02 §7. */
const [NO_SUCH_FILE, PERMISSION_DENIED] = [2, 3];
const FOLDER_BITS = 0o170000;
const IS_FILE = 0o100000;
const IS_FOLDER = 0o040000;

/** The store below the connection's folder. */
export function sftpStore(connection: Connection, tools: StoreTools): FileStore {
  return new SftpStore(connection, tools);
}

class SftpStore implements FileStore {
  readonly name: string;
  private readonly host: string;
  private readonly port: number;
  private readonly root: string;
  private open: Promise<{ client: Client; sftp: SFTPWrapper }> | null = null;

  constructor(
    private readonly connection: Connection,
    private readonly tools: StoreTools,
  ) {
    const { host, port, folder } = connection.values;
    this.host = String(host ?? '').trim();
    this.port = Number(port ?? 22);
    this.name = this.port === 22 ? this.host : `${this.host}:${this.port}`;
    this.root = String(folder ?? '')
      .trim()
      .replace(/\/+$/, '');
  }

  list(folder: string, how?: ListHow): Promise<PlaceFile[]> {
    return listed((path) => this.entries(path), folder, how);
  }

  async *read(path: string, start: number): AsyncIterable<Uint8Array> {
    const file = this.pathOf(path);
    const sftp = await this.session();
    const stream = heard(sftp.createReadStream(file, { start }));
    try {
      for await (const piece of stream) yield piece as Buffer;
    } catch (error) {
      throw this.told(error, file);
    } finally {
      stream.destroy();
    }
  }

  async write(path: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
    const file = this.pathOf(path);
    const partial = `${file}.part`;
    const sftp = await this.session();
    await this.makeFolder(folderOf(path));
    let size = 0;
    async function* counted(): AsyncIterable<Uint8Array> {
      for await (const piece of bytes) {
        size += piece.byteLength;
        yield piece;
      }
    }
    try {
      await pipeline(Readable.from(counted()), heard(sftp.createWriteStream(partial)));
    } catch (error) {
      throw this.told(error, file);
    }
    await this.replace(partial, file);
    return size;
  }

  async move(from: string, to: string): Promise<void> {
    await this.makeFolder(folderOf(to));
    await this.replace(this.pathOf(from), this.pathOf(to));
  }

  async remove(path: string): Promise<void> {
    const sftp = await this.session();
    const file = this.pathOf(path);
    await this.ask(file, (done) => sftp.unlink(file, done)).catch(unlessGone);
  }

  async close(): Promise<void> {
    const { open } = this;
    this.open = null;
    await open?.then(({ client }) => client.end()).catch(() => undefined);
  }

  private async entries(folder: string): Promise<FolderEntries> {
    const path = this.pathOf(folder) || '.';
    const sftp = await this.session();
    const entries = await this.ask<FileEntryWithStats[]>(path, (done) => sftp.readdir(path, done));
    const of = (kind: number) =>
      entries.filter(
        ({ attrs, filename }) => (attrs.mode & FOLDER_BITS) === kind && !/^\.\.?$/.test(filename),
      );
    const files = of(IS_FILE).map(({ filename: name, attrs: { size, mtime } }) => {
      return { name, size, version: `${size}-${mtime}` };
    });
    return { files, folders: of(IS_FOLDER).map(({ filename }) => filename) };
  }

  /** SFTP's own rename refuses a name that is taken. */
  private async replace(from: string, to: string): Promise<void> {
    const sftp = await this.session();
    const isThere = await this.ask(from, (done) => sftp.stat(from, done)).then(
      () => true,
      (error: unknown) => unlessGone(error),
    );
    // Moved before a crash, by whoever read it then.
    if (!isThere) return;
    await this.ask(to, (done) => sftp.unlink(to, done)).catch(unlessGone);
    await this.ask(to, (done) => sftp.rename(from, to, done));
  }

  private async makeFolder(folder: string): Promise<void> {
    const sftp = await this.session();
    let path = this.root;
    for (const part of folder.split('/').filter((one) => one !== '')) {
      const next = path === '' ? part : `${path}/${part}`;
      path = next;
      const isThere = await this.ask(next, (done) => sftp.stat(next, done)).then(
        () => true,
        (error: unknown) => unlessGone(error),
      );
      if (!isThere) await this.ask(next, (done) => sftp.mkdir(next, done));
    }
  }

  private pathOf(path: string): string {
    return this.root === '' ? path : joined(this.root, path).replace(/\/$/, '');
  }

  private ask<T>(
    path: string,
    call: (done: (error: Error | null | undefined, value?: T) => void) => void,
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      call((error, value) => (error ? reject(this.told(error, path) as Error) : resolve(value as T)));
    });
  }

  private async session(): Promise<SFTPWrapper> {
    this.open ??= this.connect();
    try {
      return (await this.open).sftp;
    } catch (error) {
      this.open = null;
      throw error;
    }
  }

  private async connect(): Promise<{ client: Client; sftp: SFTPWrapper }> {
    const address = await this.tools.reach.address(this.host, this.port);
    const { Client } = await import('ssh2');
    const client = new Client();
    let keyFault: UserError | undefined;
    const options = this.options(address, (fault) => (keyFault = fault));
    return new Promise((resolve, reject) => {
      // Once connected, what breaks is told by the call that was under way.
      const gone = (error: Error) => {
        this.open = null;
        reject(keyFault ?? this.told(error, ''));
      };
      client.on('error', gone);
      client.on('close', () => gone(new Error('closed')));
      client.on('ready', () => {
        client.sftp((error, sftp) => {
          if (error) return gone(error);
          sftp.on('error', gone);
          resolve({ client, sftp });
        });
      });
      client.connect(options);
    });
  }

  private options(address: string, onFault: (fault: UserError) => void): ConnectConfig {
    const { username, password, privateKey, passphrase } = this.connection.values;
    const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
    return {
      host: address,
      port: this.port,
      username: String(username ?? ''),
      ...(text(password) && { password: text(password) }),
      ...(text(privateKey) && { privateKey: keyLines(String(privateKey)) }),
      ...(text(passphrase) && { passphrase: text(passphrase) }),
      readyTimeout: READY_MS,
      keepaliveInterval: 15_000,
      hostVerifier: (key: Buffer) => {
        const fault = this.keyFault(fingerprintOf(key));
        if (fault) onFault(fault);
        return fault === undefined;
      },
    };
  }

  private keyFault(found: string): UserError | undefined {
    const expected = String(this.connection.values['hostKey'] ?? '').trim();
    const server = this.name;
    if (expected === '') return new UserError('nodes.server-key-unknown', { values: { server, found } });
    const isKnown = expected.split(/[\s,]+/).some((one) => plain(one) === plain(found));
    if (isKnown) return undefined;
    return new UserError('nodes.server-key-changed', { values: { server, found, expected } });
  }

  private told(error: unknown, path: string): unknown {
    if (error instanceof EclusaError) return error;
    const { code, level, message } = error as { code?: number | string; level?: string; message: string };
    const server = this.name;
    if (level === 'client-authentication') {
      return new RemoteError('nodes.server-denied', { retryable: false, values: { server }, cause: error });
    }
    if (code === NO_SUCH_FILE) {
      return new UserError('nodes.server-path-missing', { values: { server, path }, cause: error });
    }
    if (code === PERMISSION_DENIED || typeof code === 'number') {
      return new UserError('nodes.server-path-denied', {
        values: { server, path, reason: message },
        cause: error,
      });
    }
    this.open = null;
    const values = { server, reason: typeof code === 'string' ? code : message };
    return new RemoteError('nodes.server-unreachable', { retryable: true, values, cause: error });
  }
}

/** A stream closes its file after its last byte, and nobody listens any more if the line ends meanwhile. */
function heard<Stream extends Readable | Writable>(stream: Stream): Stream {
  stream.on('error', () => undefined);
  return stream;
}

/** A field of one line takes the line breaks out of a key that is pasted into it; without them nobody can read it. */
function keyLines(typed: string): string {
  const [, begin, body, end] =
    /^\s*(-----BEGIN [^-]+-----)([^-]+)(-----END [^-]+-----)\s*$/.exec(typed) ?? [];
  if (body === undefined || body.trim().includes('\n')) return typed;
  const lines = body.replace(/\s+/g, '').match(/.{1,70}/g) ?? [];
  return `${[begin, ...lines, end].join('\n')}\n`;
}

/** As `ssh-keygen -l` prints it. */
function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

const plain = (fingerprint: string): string => fingerprint.replace(/^SHA256:/i, '').replace(/=+$/, '');

function unlessGone(error: unknown): false {
  if (error instanceof UserError && error.code === 'nodes.server-path-missing') return false;
  throw error;
}

// Files on an FTP server, with TLS or, where the person says so, without.
import { PassThrough, Readable } from 'node:stream';
import { EclusaError, RemoteError, UserError, type Connection } from '@eclusa/flow';
import { Client, FTPError, FileType } from 'basic-ftp';
import { isIP } from 'node:net';
import type { StoreTools } from '../open-store';
import type { PlaceFile } from '../place';
import { folderOf, joined, listed, type FileStore, type FolderEntries, type ListHow } from '../store';

const SILENCE_MS = 60_000;

/** The store below the connection's folder. */
export function ftpStore(connection: Connection, tools: StoreTools): FileStore {
  return new FtpStore(connection, tools);
}

class FtpStore implements FileStore {
  readonly name: string;
  private readonly host: string;
  private readonly port: number;
  private readonly root: string;
  /** Signed in, with nothing under way: one connection carries one transfer at a time. */
  private idle: Client | null = null;

  constructor(
    private readonly connection: Connection,
    private readonly tools: StoreTools,
  ) {
    const { host, port, folder, security } = connection.values;
    const usual = security === 'implicit' ? 990 : 21;
    this.host = String(host ?? '').trim();
    this.port = Number(port ?? usual);
    this.name = this.port === usual ? this.host : `${this.host}:${this.port}`;
    this.root = String(folder ?? '')
      .trim()
      .replace(/\/+$/, '');
  }

  list(folder: string, how?: ListHow): Promise<PlaceFile[]> {
    return listed((path) => this.entries(path), folder, how);
  }

  async *read(path: string, start: number): AsyncIterable<Uint8Array> {
    const file = this.pathOf(path);
    const client = await this.client();
    const out = new PassThrough();
    let isWhole = false;
    const transfer = client.downloadTo(out, file, start).then(
      () => void (isWhole = true),
      (error: unknown) => void out.destroy(this.told(error, file) as Error),
    );
    try {
      for await (const piece of out) yield piece as Buffer;
      await transfer;
    } finally {
      // A transfer that is broken off leaves the connection in the middle of a reply.
      if (isWhole) this.keep(client);
      else client.close();
      out.destroy();
    }
  }

  async write(path: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
    const file = this.pathOf(path);
    let size = 0;
    async function* counted(): AsyncIterable<Uint8Array> {
      for await (const piece of bytes) {
        size += piece.byteLength;
        yield piece;
      }
    }
    await this.with(file, async (client) => {
      await this.makeFolder(client, folderOf(path));
      await client.uploadFrom(Readable.from(counted()), `${file}.part`);
      await client.remove(file, true);
      await client.rename(`${file}.part`, file);
    });
    return size;
  }

  async move(from: string, to: string): Promise<void> {
    const [source, target] = [this.pathOf(from), this.pathOf(to)];
    await this.with(source, async (client) => {
      await this.makeFolder(client, folderOf(to));
      const isThere = await client.size(source).then(
        () => true,
        (error: unknown) => !isGone(error) && Promise.reject(error as Error),
      );
      // Moved before a crash, by whoever read it then.
      if (!isThere) return;
      await client.remove(target, true);
      await client.rename(source, target);
    });
  }

  async remove(path: string): Promise<void> {
    const file = this.pathOf(path);
    await this.with(file, (client) => client.remove(file, true));
  }

  async close(): Promise<void> {
    this.idle?.close();
    this.idle = null;
  }

  private async entries(folder: string): Promise<FolderEntries> {
    const path = this.pathOf(folder);
    const entries = await this.with(path, (client) => client.list(path === '' ? undefined : path));
    const files = entries
      .filter(({ type }) => type === FileType.File)
      .map(({ name, size, modifiedAt, rawModifiedAt }) => {
        return { name, size, version: `${size}-${modifiedAt?.toISOString() ?? rawModifiedAt}` };
      });
    const folders = entries.filter(({ type, name }) => type === FileType.Directory && !/^\.\.?$/.test(name));
    return { files, folders: folders.map(({ name }) => name) };
  }

  private async makeFolder(client: Client, folder: string): Promise<void> {
    if (folder === '') return;
    const home = await client.pwd();
    await client.ensureDir(this.pathOf(folder));
    await client.cd(home);
  }

  private pathOf(path: string): string {
    return this.root === '' ? path : joined(this.root, path).replace(/\/$/, '');
  }

  private async with<T>(path: string, work: (client: Client) => Promise<T>): Promise<T> {
    const client = await this.client();
    try {
      const result = await work(client);
      this.keep(client);
      return result;
    } catch (error) {
      client.close();
      throw this.told(error, path);
    }
  }

  private keep(client: Client): void {
    if (this.idle && this.idle !== client) client.close();
    else this.idle = client;
  }

  private async client(): Promise<Client> {
    const { idle } = this;
    this.idle = null;
    if (idle && !idle.closed) return idle;
    const host = await this.tools.reach.address(this.host, this.port);
    const { username, password, security, certificate } = this.connection.values;
    // Data connections go to the host of the control connection and nowhere else.
    const client = new Client(SILENCE_MS, { allowSeparateTransferHost: false });
    const ca = typeof certificate === 'string' && certificate.trim() !== '' ? { ca: certificate } : {};
    try {
      await client.access({
        ...{ host, port: this.port, user: String(username ?? 'anonymous'), password: String(password ?? '') },
        secure: security === 'none' ? false : security === 'implicit' ? 'implicit' : true,
        // The certificate is the name's, not the address's that was connected to.
        secureOptions: { host: this.host, ...(isIP(this.host) === 0 && { servername: this.host }), ...ca },
      });
      return client;
    } catch (error) {
      client.close();
      throw this.told(error, '');
    }
  }

  private told(error: unknown, path: string): unknown {
    if (error instanceof EclusaError) return error;
    const server = this.name;
    if (error instanceof FTPError && error.code === 530) {
      return new RemoteError('nodes.server-denied', { retryable: false, values: { server }, cause: error });
    }
    if (error instanceof FTPError && error.code >= 550) {
      const missing = isGone(error);
      const values = { server, path, ...(!missing && { reason: error.message }) };
      const code = missing ? 'nodes.server-path-missing' : 'nodes.server-path-denied';
      return new UserError(code, { values, cause: error });
    }
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = typeof code === 'string' ? code : message;
    const lasting = /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/.test(reason);
    const values = { server, reason };
    return new RemoteError('nodes.server-unreachable', { retryable: !lasting, values, cause: error });
  }
}

/** 550 stands for many things; servers that speak of rights say so. */
function isGone(error: unknown): boolean {
  return error instanceof FTPError && error.code === 550 && !/permission|denied|access/i.test(error.message);
}

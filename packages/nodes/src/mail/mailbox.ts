// A mailbox on an IMAP server: which files come with its mails, their bytes, and what becomes of a mail afterwards.
import { isIP } from 'node:net';
import { EclusaError, RemoteError, UserError, type Connection, type NodeContext } from '@eclusa/flow';
import type { FetchMessageObject, ImapFlow, MessageStructureObject } from 'imapflow';
import { MOST_FILES } from '../files/store';
import { decoderOf } from './transfer-encoding';

const READY_MS = 20_000;
const SILENCE_MS = 60_000;
/** Encoded bytes that are asked for at once. */
const CHUNK = 256 * 1024;
/** Parts within parts. */
const DEEPEST = 20;

export type MailTools = Pick<NodeContext, 'reach'>;

/** A file that came with a mail. */
export interface Attachment {
  uid: number;
  /** The part of the mail, as IMAP numbers it: `2.1`. */
  part: string;
  fileName: string;
  encoding: string;
  /** Encoded: the file itself has no more. */
  size: number;
  from: string;
  subject: string;
}

export interface Mailbox {
  /** What a person knows it by: `maria@imap.example.com/INBOX`. */
  name: string;
  /** Changes when the server numbers its mails anew. */
  validity(): Promise<string>;
  /** The files of all mails that came since then, in any order. */
  attachments(since: Date): Promise<Attachment[]>;
  read(of: Attachment, start: number): AsyncIterable<Uint8Array>;
  /** Marks, moves or deletes a mail; does nothing when it is gone. */
  settle(uid: number, how: { seen: true } | { moveTo: string } | { remove: true }): Promise<void>;
  close(): Promise<void>;
}

/** Opens nothing yet. `folder` is a mailbox such as INBOX. The caller closes it. */
export function mailboxOf(connection: Connection, tools: MailTools, folder: string): Mailbox {
  return new ImapMailbox(connection, tools, folder);
}

class ImapMailbox implements Mailbox {
  readonly name: string;
  private readonly server: string;
  private open: Promise<ImapFlow> | null = null;

  constructor(
    private readonly connection: Connection,
    private readonly tools: MailTools,
    private readonly folder: string,
  ) {
    const { host, port, usual } = placeOf(connection.values);
    this.server = port === usual ? host : `${host}:${port}`;
    this.name = `${String(connection.values['username'] ?? '')}@${this.server}/${folder}`;
  }

  async validity(): Promise<string> {
    const { mailbox } = await this.client();
    return mailbox ? String(mailbox.uidValidity) : '';
  }

  async attachments(since: Date): Promise<Attachment[]> {
    return this.with(async (client) => {
      const uids = (await client.search({ since }, { uid: true })) || [];
      if (uids.length > MOST_FILES) {
        throw new UserError('nodes.too-many-files', { values: { folder: this.folder, limit: MOST_FILES } });
      }
      const found: Attachment[] = [];
      if (uids.length === 0) return found;
      const query = { uid: true, envelope: true, bodyStructure: true } as const;
      for await (const mail of client.fetch(uids, query, { uid: true })) found.push(...attachmentsOf(mail));
      return found;
    });
  }

  async *read(of: Attachment, start: number): AsyncIterable<Uint8Array> {
    const decoder = decoderOf(of.encoding);
    let skip = start;
    for (let at = 0; ;) {
      const from = at;
      const chunk = await this.with((client) => this.part(client, of, from));
      at += chunk.length;
      const isLast = chunk.length < CHUNK;
      const bytes = isLast ? Buffer.concat([decoder.write(chunk), decoder.end()]) : decoder.write(chunk);
      const fresh = bytes.subarray(Math.min(skip, bytes.length));
      skip -= bytes.length - fresh.length;
      if (fresh.length > 0) yield fresh;
      if (isLast) return;
    }
  }

  async settle(uid: number, how: { seen: true } | { moveTo: string } | { remove: true }): Promise<void> {
    await this.with(async (client) => {
      const range = String(uid);
      if ('seen' in how) await client.messageFlagsAdd(range, ['\\Seen'], { uid: true });
      else if ('remove' in how) await client.messageDelete(range, { uid: true });
      else await this.move(client, range, how.moveTo);
    });
  }

  async close(): Promise<void> {
    const { open } = this;
    this.open = null;
    await open?.then((client) => client.logout()).catch(() => undefined);
  }

  private async move(client: ImapFlow, range: string, target: string): Promise<void> {
    const isThere = await client.fetchOne(range, { uid: true }, { uid: true });
    // Moved before a crash, by whoever read it then.
    if (!isThere) return;
    await client.mailboxCreate(target.split('/'));
    if (await client.messageMove(range, target.split('/'), { uid: true })) return;
    throw new UserError('nodes.server-path-denied', {
      values: { server: this.server, path: target, reason: 'MOVE' },
    });
  }

  private async part(client: ImapFlow, { uid, part, fileName }: Attachment, start: number): Promise<Buffer> {
    const query = { uid: true, bodyParts: [{ key: part, start, maxLength: CHUNK }] };
    const mail = await client.fetchOne(String(uid), query, { uid: true });
    if (!mail) throw new UserError('nodes.file-gone', { values: { file: fileName } });
    return mail.bodyParts?.get(part) ?? Buffer.alloc(0);
  }

  private async with<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const client = await this.client();
    try {
      return await work(client);
    } catch (error) {
      if (!client.usable) this.open = null;
      throw this.told(error);
    }
  }

  private async client(): Promise<ImapFlow> {
    this.open ??= this.connect();
    try {
      const client = await this.open;
      if (client.usable) return client;
    } catch (error) {
      this.open = null;
      throw error;
    }
    this.open = this.connect();
    return this.open;
  }

  private async connect(): Promise<ImapFlow> {
    const { values } = this.connection;
    const { host, port } = placeOf(values);
    const address = await this.tools.reach.address(host, port);
    const certificate = String(values['certificate'] ?? '').trim();
    const isSecure = (values['security'] ?? 'tls') === 'tls';
    const { ImapFlow } = await import('imapflow');
    const client = new ImapFlow({
      ...{
        host: address,
        port,
        secure: isSecure,
        ...(!isSecure && { doSTARTTLS: values['security'] === 'starttls' }),
      },
      // The certificate is the name's, not the address's that was connected to.
      ...(isIP(host) === 0 && { servername: host }),
      tls: certificate === '' ? {} : { ca: [certificate] },
      auth: { user: String(values['username'] ?? ''), pass: String(values['password'] ?? '') },
      ...{ logger: false, disableAutoIdle: true, disableBinary: true, clientInfo: { name: 'Eclusa' } },
      ...{ connectionTimeout: READY_MS, greetingTimeout: READY_MS, socketTimeout: SILENCE_MS * 5 },
    });
    // What breaks is told by the call that was under way.
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.mailboxOpen(this.folder.split('/'));
      return client;
    } catch (error) {
      client.close();
      throw this.told(error);
    }
  }

  private told(error: unknown): unknown {
    if (error instanceof EclusaError) return error;
    const { server } = this;
    const said = error as {
      authenticationFailed?: boolean;
      responseStatus?: string;
      code?: string;
      message: string;
      responseText?: string;
    };
    if (said.authenticationFailed) {
      return new RemoteError('nodes.server-denied', { retryable: false, values: { server }, cause: error });
    }
    if (said.responseStatus === 'NO') {
      const values = { server, name: this.folder, reason: said.responseText ?? said.message };
      return new UserError('nodes.mailbox-refused', { values, cause: error });
    }
    const reason = said.code ?? said.message;
    const lasting = /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/.test(reason);
    const values = { server, reason };
    return new RemoteError('nodes.server-unreachable', { retryable: !lasting, values, cause: error });
  }
}

function placeOf(values: Connection['values']): { host: string; port: number; usual: number } {
  const usual = (values['security'] ?? 'tls') === 'tls' ? 993 : 143;
  return { host: String(values['host'] ?? '').trim(), port: Number(values['port'] ?? usual), usual };
}

function attachmentsOf({ uid, envelope, bodyStructure }: FetchMessageObject): Attachment[] {
  const from = envelope?.from?.[0]?.address ?? '';
  const subject = envelope?.subject ?? '';
  return bodyStructure ? [...filesIn(bodyStructure, 0)].map((file) => ({ ...file, uid, from, subject })) : [];
}

function* filesIn(
  node: MessageStructureObject,
  depth: number,
): Iterable<Omit<Attachment, 'uid' | 'from' | 'subject'>> {
  const fileName = node.dispositionParameters?.['filename'] ?? node.parameters?.['name'] ?? '';
  if (fileName !== '' && !node.type.startsWith('multipart/')) {
    // A mail of one part only does not number it.
    const [part, encoding] = [node.part ?? '1', (node.encoding ?? '').toLowerCase()];
    yield { part, fileName, encoding, size: node.size ?? 0 };
    return;
  }
  if (depth < DEEPEST) for (const child of node.childNodes ?? []) yield* filesIn(child, depth + 1);
}

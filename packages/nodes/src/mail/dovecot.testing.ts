// A real Dovecot for tests, with settings, ports and mailboxes of its own.
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '@eclusa/flow';
import { ImapFlow } from 'imapflow';
import { freePort, listening, programOf, selfSigned } from '../server-process.testing';

export interface TestMail {
  from: string;
  subject: string;
  /** Besides a text that says nothing. */
  files: {
    name: string;
    type?: string;
    encoding?: 'base64' | 'quoted-printable';
    content: string | Buffer;
  }[];
}

export interface MailServer {
  /** The account of a person; every test has one of its own. */
  account(user: string): Promise<MailAccount>;
  close(): Promise<void>;
}

export interface MailAccount {
  /** With TLS, by a certificate of its own for `localhost`. */
  connection: Connection;
  allow: string;
  /** Puts a mail into a folder. */
  deliver(mail: TestMail, folder?: string): Promise<void>;
  /** Subjects of the mails in a folder, a star before those that are marked as read. */
  mails(folder?: string): Promise<string[]>;
}

/** Starts it; every user gets in with the password `segredo`. */
export async function startDovecot(): Promise<MailServer> {
  const base = mkdtempSync(join(tmpdir(), 'eclusa-mail-'));
  chmodSync(base, 0o755);
  const mailFolder = join(base, 'mail');
  mkdirSync(mailFolder);
  chmodSync(mailFolder, 0o777);
  const { key, file: certificate, text: ca } = selfSigned(base);
  const [plain, secure] = [await freePort(), await freePort()];
  writeFileSync(join(base, 'dovecot.conf'), settings({ base, mailFolder, key, certificate, plain, secure }));
  const server = spawn(programOf('dovecot'), ['-F', '-c', join(base, 'dovecot.conf')], { stdio: 'ignore' });
  await listening(secure, () => (server.exitCode === null ? null : readFileSync(join(base, 'log'), 'utf8')));
  const open: ImapFlow[] = [];
  return {
    async account(username) {
      const own = await signedIn(plain, username);
      open.push(own);
      const values = { username, password: 'segredo', security: 'tls', certificate: ca };
      return accountOf(own, {
        id: 'mail',
        kind: 'imap',
        values: { ...values, host: 'localhost', port: secure },
      });
    },
    async close() {
      await Promise.all(open.map((own) => own.logout()));
      server.kill('SIGTERM');
      if (server.exitCode === null) await new Promise((done) => server.once('exit', done));
      rmSync(base, { recursive: true, force: true });
    },
  };
}

function accountOf(own: ImapFlow, connection: Connection): MailAccount {
  return {
    connection,
    allow: `localhost:${String(connection.values['port'])}`,
    async deliver(mail, folder = 'INBOX') {
      if (folder !== 'INBOX') await own.mailboxCreate(folder);
      await own.append(folder, messageOf(mail), [], new Date());
    },
    async mails(folder = 'INBOX') {
      const lock = await own.getMailboxLock(folder.split('/'));
      try {
        await own.noop();
        const found: string[] = [];
        for await (const { envelope, flags } of own.fetch('1:*', { envelope: true, flags: true })) {
          found.push(`${flags?.has('\\Seen') ? '*' : ''}${envelope?.subject ?? ''}`);
        }
        return found;
      } finally {
        lock.release();
      }
    },
  };
}

function settings(
  of: Record<'base' | 'mailFolder' | 'key' | 'certificate', string> & { plain: number; secure: number },
): string {
  const { uid, gid, username } = userInfo();
  const isRoot = uid === 0;
  const own = isRoot
    ? []
    : [
        `default_internal_user = ${username}`,
        `default_login_user = ${username}`,
        `default_internal_group = ${gid}`,
      ];
  return [
    ...[
      `base_dir = ${of.base}/run`,
      `state_dir = ${of.base}/state`,
      `log_path = ${of.base}/log`,
      'protocols = imap',
    ],
    ...['listen = 127.0.0.1', 'ssl = yes', `ssl_cert = <${of.certificate}`, `ssl_key = <${of.key}`, ...own],
    ...['disable_plaintext_auth = no', `mail_location = maildir:${of.mailFolder}/%u`, 'first_valid_uid = 1'],
    'passdb {\n  driver = static\n  args = password=segredo\n}',
    `userdb {\n  driver = static\n  args = uid=${isRoot ? 65534 : uid} gid=${isRoot ? 65534 : gid} home=${of.mailFolder}/%u\n}`,
    `service imap-login {\n  chroot =\n  inet_listener imap {\n    port = ${of.plain}\n  }\n  inet_listener imaps {\n    port = ${of.secure}\n    ssl = yes\n  }\n}`,
    'service anvil {\n  chroot =\n}\nservice stats {\n  chroot =\n}',
  ].join('\n');
}

async function signedIn(port: number, user: string): Promise<ImapFlow> {
  const auth = { user, pass: 'segredo' };
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: false,
    doSTARTTLS: false,
    auth,
    logger: false,
  });
  await client.connect();
  return client;
}

function messageOf({ from, subject, files }: TestMail): Buffer {
  const parts = files.map(({ name, type = 'application/octet-stream', encoding = 'base64', content }) => {
    const bytes = Buffer.from(content as string);
    const named = `filename*=utf-8''${encodeURIComponent(name)}`;
    const head = `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Disposition: attachment; ${named}\r\n\r\n`;
    return head + (encoding === 'base64' ? base64(bytes) : quoted(bytes));
  });
  const text = 'Content-Type: text/plain; charset=utf-8\r\n\r\nSegue em anexo.';
  const body = [text, ...parts].map((part) => `--limite\r\n${part}\r\n`).join('');
  const head = `From: Fornecedor <${from}>\r\nTo: maria@example.com\r\nSubject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=limite\r\n\r\n`;
  return Buffer.from(`${head}${body}--limite--\r\n`, 'latin1');
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/(.{76})/g, '$1\r\n');
}

function quoted(bytes: Buffer): string {
  const escape = (sign: string) => `=${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  return bytes
    .toString('latin1')
    .replace(/[^\x20-\x3c\x3e-\x7e]|=/g, escape)
    .replace(/((?:=..|[^=]){60})/g, '$1=\r\n');
}

// Sends mail by SMTP: the address is checked after DNS like any other, and what can go wrong is put into our error classes.
import { isIP } from 'node:net';
import { EclusaError, RemoteError, UserError, type Connection, type Reach } from '@eclusa/flow';

/** A mail as plain text, with at most one file. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** Two mails of one id are one to most mailboxes. */
  messageId: string;
  file?: { name: string; content: string };
}

export interface MailServer {
  name: string;
  /** Signs in and sends nothing. */
  check(): Promise<void>;
  /** Resolves when the server has taken the mail. Throws RemoteError, and UserError for what it will never take. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

const silenceMs = 30_000;
const usualPorts: Readonly<Record<string, number>> = { starttls: 587, tls: 465, none: 25 };

/** Ready to send through the server of the connection. Nothing is connected before it is asked to. */
export async function mailServer({ values }: Connection, reach: Reach): Promise<MailServer> {
  const host = String(values['host'] ?? '').trim();
  const security = String(values['security'] ?? 'starttls');
  const usual = usualPorts[security] ?? 587;
  const port = Number(values['port'] ?? usual);
  const name = port === usual ? host : `${host}:${port}`;
  const [user, pass] = [String(values['username'] ?? '').trim(), String(values['password'] ?? '')];
  const certificate = String(values['certificate'] ?? '').trim();
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    host: await reach.address(host, port),
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user !== '' && { auth: { user, pass } }),
    // The certificate is the name's, not the address's that was connected to.
    tls: { ...(isIP(host) === 0 && { servername: host }), ...(certificate !== '' && { ca: certificate }) },
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const told = async <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw mailError(error, name);
    });
  return {
    name,
    check: async () => void (await told(transport.verify())),
    async send({ file, ...mail }) {
      const attachments = file ? [{ filename: file.name, content: file.content }] : [];
      await told(transport.sendMail({ from: String(values['from'] ?? ''), ...mail, attachments }));
    },
    close: () => transport.close(),
  };
}

function mailError(error: unknown, server: string): Error {
  if (error instanceof EclusaError) return error;
  const { code, responseCode, message, cause } = error as Error & { code?: string; responseCode?: number };
  if (code === 'EAUTH') {
    return new RemoteError('nodes.server-denied', { retryable: false, values: { server }, cause: error });
  }
  const reason = message.slice(0, 200);
  if (code !== 'ETLS' && responseCode !== undefined && responseCode >= 500) {
    return new UserError('nodes.mail-refused', { values: { server, reason }, cause: error });
  }
  if (code === 'EENVELOPE' && responseCode === undefined) {
    return new UserError('nodes.mail-refused', { values: { server, reason }, cause: error });
  }
  const inner = (cause as NodeJS.ErrnoException | undefined)?.code ?? code ?? '';
  const lasting =
    /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ETLS)/.test(inner) || /certificate/i.test(reason);
  const values = { server, reason };
  return new RemoteError('nodes.server-unreachable', { retryable: !lasting, values, cause: error });
}

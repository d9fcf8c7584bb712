// A real mail server for tests: what it took, and what it refuses.
import { SMTPServer } from 'smtp-server';
import type { ExampleSetup } from '../harness.testing';

export interface TakenMail {
  from: string;
  to: string[];
  source: string;
}

export interface TestMailServer extends ExampleSetup {
  mails: TakenMail[];
  allow: string[];
  close(): Promise<void>;
}

export interface MailRules {
  /** Asks for this user and password. */
  user?: { name: string; password: string };
  /** Answers a mail by this error instead of taking it; the number counts attempts from 1. */
  refuse?(attempt: number): { message: string; responseCode: number } | undefined;
}

export async function startMailServer({ user, refuse }: MailRules = {}): Promise<TestMailServer> {
  const mails: TakenMail[] = [];
  let attempts = 0;
  const server = new SMTPServer({
    authOptional: !user,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth({ username, password }, _session, done) {
      if (username === user?.name && password === user?.password) return done(null, { user: username });
      return done(Object.assign(new Error('bad credentials'), { responseCode: 535 }));
    },
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const refused = refuse?.(++attempts);
        if (refused) return done(Object.assign(new Error(refused.message), refused));
        const { mailFrom, rcptTo } = session.envelope;
        const to = rcptTo.map(({ address }) => address);
        mails.push({ from: mailFrom ? mailFrom.address : '', to, source: Buffer.concat(pieces).toString() });
        return done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  const values = { host: '127.0.0.1', port, security: 'none', from: 'Eclusa <avisos@loja.com.br>' };
  return {
    mails,
    connection: {
      id: 'mail',
      kind: 'smtp',
      values: { ...values, ...(user && { username: user.name, password: user.password }) },
    },
    allow: [`127.0.0.1:${port}`],
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

export const setup = (): Promise<ExampleSetup> => startMailServer();

import type { Json, Row } from '@eclusa/flow';
import smtp from '../connections/smtp.connection';
import { memoryFiles, type ContextOptions } from '../harness.testing';
import { guardedReach } from '../net/reach';
import email from './email.node';
import { startMailServer, type MailRules, type TestMailServer } from './email.testing';
import { noticesOf } from './notices.testing';

const servers: TestMailServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function server(rules: MailRules = {}): Promise<TestMailServer> {
  const started = await startMailServer(rules);
  servers.push(started);
  return started;
}

const usual = { to: 'ana@loja.com.br', subject: '{{count}} linhas', text: 'Primeira: {{first.sku}}' };

function sent(
  to: TestMailServer,
  config: Record<string, Json>,
  rows: Row[],
  more: ContextOptions & { kept?: Json } = {},
) {
  return noticesOf(email, rows, {
    config: { ...usual, ...config },
    connection: { ...to.connection?.values },
    allow: to.allow,
    kind: 'smtp',
    ...more,
  });
}

const three: Row[] = [{ sku: 'A', preco: 1.5 }, { sku: 'B' }, { sku: '=1+1' }];

describe('sending an e-mail', () => {
  it('sends one about all rows of a run, with the rows as a file', async () => {
    const mailbox = await server();
    const { given } = await sent(mailbox, { to: 'ana@loja.com.br, rui@loja.com.br' }, three);
    expect(given).toEqual([
      {
        to: 'ana@loja.com.br, rui@loja.com.br',
        subject: '3 linhas',
        text: 'Primeira: A',
        rows: 3,
        sent: true,
      },
    ]);
    expect(mailbox.mails).toHaveLength(1);
    const [mail] = mailbox.mails;
    expect(mail).toMatchObject({ from: 'avisos@loja.com.br', to: ['ana@loja.com.br', 'rui@loja.com.br'] });
    expect(mail?.source).toContain('Subject: 3 linhas');
    const file = /base64\r?\n[\s\S]*?\r?\n\r?\n([\w+/=\r\n]+)/.exec(mail?.source ?? '')?.[1] ?? '';
    expect(Buffer.from(file, 'base64').toString()).toBe("\ufeffsku;preco\r\nA;1,5\r\nB;\r\n'=1+1;\r\n");
  });

  it('sends none for a run without rows, and none in a dry run, which tells what it would say', async () => {
    const mailbox = await server();
    expect((await sent(mailbox, {}, [])).given).toEqual([]);
    const { given } = await sent(mailbox, {}, three, { dryRun: true });
    expect(given).toEqual([
      { to: 'ana@loja.com.br', subject: '3 linhas', text: 'Primeira: A', rows: 3, sent: false },
    ]);
    expect(mailbox.mails).toEqual([]);
  });

  it('sends one for each row up to the limit, and passes the others on without', async () => {
    const mailbox = await server();
    const config = {
      each: 'row',
      subject: 'SKU {{sku}}',
      text: '{{$params.store}}',
      most: 2,
      to: '{who}@loja.com.br',
    };
    const { given } = await sent(mailbox, config, three, { parameters: { store: 'Loja 1', who: 'rui' } });
    expect(given.map(({ subject, sku, sent: isSent }) => subject ?? [sku, isSent])).toEqual([
      'SKU A',
      'SKU B',
      ['=1+1', false],
    ]);
    expect(mailbox.mails.map(({ to }) => to)).toEqual([['rui@loja.com.br'], ['rui@loja.com.br']]);
  });

  it('goes on after a crash with the mail that was under way, under the id it had', async () => {
    const mailbox = await server();
    const config = { each: 'row', subject: 'SKU {{sku}}', text: '-' };
    const first = await sent(mailbox, config, three);
    const kept = first.kept[1]?.keep as Json;
    const again = await sent(mailbox, config, three, { kept });
    expect(again.given).toEqual(first.given);
    const ids = mailbox.mails.map(({ source }) => /^Message-ID: (.*)$/im.exec(source)?.[1]);
    expect(ids).toHaveLength(5);
    expect(ids.slice(3)).toEqual(ids.slice(1, 3));
  });

  it('tries again what the server puts off, and says what it refuses', async () => {
    const busy = await server({
      refuse: (attempt) => (attempt < 3 ? { message: 'later', responseCode: 451 } : undefined),
    });
    await sent(busy, {}, three);
    expect(busy.mails).toHaveLength(1);
    const strict = await server({ refuse: () => ({ message: 'no such mailbox', responseCode: 550 }) });
    await expect(sent(strict, {}, three)).rejects.toMatchObject({ code: 'nodes.mail-refused' });
    await expect(sent(strict, { to: 'nobody' }, three)).rejects.toMatchObject({ code: 'nodes.mail-refused' });
  });

  it('lets no row add a header, a recipient or a file of this machine', async () => {
    const mailbox = await server();
    const rows = [{ sku: 'A\r\nBcc: spy@evil.example', text: 'x' }];
    await sent(mailbox, { subject: 'SKU {{first.sku}}', text: '{{first.text}}' }, rows);
    expect(mailbox.mails[0]?.to).toEqual(['ana@loja.com.br']);
    expect(mailbox.mails[0]?.source).not.toMatch(/^Bcc:/im);
  });

  it('goes to no private address that is not allowed', async () => {
    const mailbox = await server();
    await expect(sent(mailbox, {}, three, { allow: [] })).rejects.toMatchObject({
      code: 'nodes.address-refused',
    });
    expect(mailbox.mails).toEqual([]);
  });
});

describe('a mail server', () => {
  const tried = async ({ connection, allow }: TestMailServer, values: Record<string, Json> = {}) => {
    if (!connection) throw new Error('no connection');
    return smtp.test({
      connection: { ...connection, values: { ...connection.values, ...values } },
      fetch: () => Promise.reject(new Error('unused')),
      reach: guardedReach({ allow }),
      signal: new AbortController().signal,
      files: memoryFiles(),
    });
  };

  it('is tried by signing in', async () => {
    const mailbox = await server({ user: { name: 'ana', password: 'certa' } });
    expect((await tried(mailbox)).en).toContain('took the sign-in');
    await expect(tried(mailbox, { password: 'errada' })).rejects.toMatchObject({
      code: 'nodes.server-denied',
    });
    expect(mailbox.mails).toEqual([]);
  });

  it('gets no password over a line that should be protected and is not', async () => {
    const mailbox = await server({ user: { name: 'ana', password: 'certa' } });
    await expect(tried(mailbox, { security: 'starttls' })).rejects.toMatchObject({
      code: 'nodes.server-unreachable',
    });
  });

  it('that is not there is told as such', async () => {
    const mailbox = await server();
    await mailbox.close();
    await expect(tried(mailbox)).rejects.toMatchObject({ code: 'nodes.server-unreachable', retryable: true });
    servers.splice(0);
  });
});

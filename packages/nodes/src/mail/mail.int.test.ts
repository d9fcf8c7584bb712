// Files that come with mails of a real mailbox: which are read, that each is read once, and what becomes of the mail.
import { gzipSync } from 'node:zlib';
import type { Connection, Json, SourcePage } from '@eclusa/flow';
import imapConnection from '../connections/imap.connection';
import { contextOf, memoryFiles, readAll, sorted, type ContextOptions } from '../harness.testing';
import { guardedFetch } from '../net/guarded-fetch';
import { guardedReach } from '../net/reach';
import csv from '../source/csv.node';
import xml from '../source/xml.node';
import { startDovecot, type MailAccount, type MailServer } from './dovecot.testing';

let dovecot: MailServer;
let server: MailAccount;
let tests = 0;
beforeAll(async () => {
  dovecot = await startDovecot();
});
beforeEach(async () => {
  server = await dovecot.account(`maria${(tests += 1)}`);
});
afterAll(() => dovecot.close());

const optionsOf = (config: Record<string, Json>, more: ContextOptions = {}): ContextOptions => ({
  ...{ config: { from: 'mail', mailbox: 'mail', ...config }, kind: 'imap', allow: [server.allow] },
  ...{ connection: { ...server.connection.values }, now: new Date(), ...more },
});
const skus = (pages: readonly SourcePage[]) => sorted(pages).rows.map(({ sku }) => sku);
const file = (name: string, content: string | Buffer) => ({ name, content });

test('files of mails from the sender, with the subject and of the name are read once, and the mail is marked as read', async () => {
  await server.deliver({
    ...{ from: 'nfe@fornecedor.com.br', subject: 'Preços de março' },
    files: [
      file('preços ação.csv', 'sku;preço\nA;1\nB;2\n'),
      file('logo.png', 'x'),
      file('mais.csv.gz', gzipSync('sku;preço\nC;3\n')),
    ],
  });
  await server.deliver({ from: 'spam@example.com', subject: 'Preços', files: [file('p.csv', 'sku\nX\n')] });
  await server.deliver({
    from: 'nfe@fornecedor.com.br',
    subject: 'Outro',
    files: [file('p.csv', 'sku\nY\n')],
  });
  const notes = new Map<string, string>();
  const config = { sender: '*@fornecedor.com.br', subject: '*preços*', pattern: '*.csv, *.gz' };
  expect(skus(await readAll(csv, optionsOf(config, { notes })))).toEqual(['A', 'B', 'C']);
  expect(await server.mails()).toEqual(['*Preços de março', 'Preços', 'Outro']);
  expect(await readAll(csv, optionsOf(config, { notes }))).toEqual([]);
  await server.deliver({
    from: 'nfe@fornecedor.com.br',
    subject: 'preços',
    files: [file('p.csv', 'sku\nD\n')],
  });
  expect(skus(await readAll(csv, optionsOf(config, { notes })))).toEqual(['D']);
});

test('a mail is moved when the rows of all its files are stored, and not before', async () => {
  const files = [file('1.csv', 'sku\nA\nB\nC\n'), file('2.csv', 'sku\nD\nE\n')];
  await server.deliver({ from: 'a@example.com', subject: 'dois', files });
  if (csv.behaviour.kind !== 'source') throw new Error('no source');
  const options = optionsOf(
    { afterMail: 'move', mailMoveTo: 'Lidos/2026' },
    { pageSize: 2, notes: new Map() },
  );
  const pages: SourcePage[] = [];
  for await (const page of csv.behaviour.read(contextOf(csv, options))) {
    pages.push(page);
    // The last page is given out, and nobody has said that it is stored.
    if (pages.length === 3) break;
  }
  expect(skus(pages)).toEqual(['A', 'B', 'C', 'D', 'E']);
  expect(await server.mails()).toEqual(['dois']);
  const cursor = JSON.parse(JSON.stringify(pages[2]?.cursor)) as Json;
  expect(await readAll(csv, { ...options, cursor })).toEqual([]);
  expect(await server.mails()).toEqual([]);
  expect(await server.mails('Lidos/2026')).toEqual(['dois']);
});

test('a large file goes on at the byte where it stopped, encoded in either way, without a byte of it changed', async () => {
  const lines = Array.from({ length: 12_000 }, (_, n) => `S${n};Descrição = ${n};${'x'.repeat(n % 60)}`);
  const content = Buffer.from(`sku;nome;mais\n${lines.join('\r\n')}\n`, 'latin1');
  const type = 'text/csv; charset=iso-8859-1';
  for (const encoding of ['base64', 'quoted-printable'] as const) {
    await server.deliver({
      from: 'a@example.com',
      subject: encoding,
      files: [{ name: `${encoding}.csv`, type, encoding, content }],
    });
    const options = optionsOf(
      { subject: encoding, trim: false, encoding: 'windows-1252' },
      { pageSize: 3_000 },
    );
    const all = await readAll(csv, options);
    const { rows, refused } = sorted(all);
    expect(refused).toEqual([]);
    expect(rows).toHaveLength(12_000);
    expect(rows[11_999]).toMatchObject({ sku: 'S11999', nome: 'Descrição = 11999' });
    const cursor = JSON.parse(JSON.stringify(all[2]?.cursor)) as Json;
    const rest = await readAll(csv, { ...options, notes: new Map(), cursor });
    expect(sorted(rest).rows).toEqual(rows.slice(9_000));
  }
});

test('mails of another folder are deleted when their files were read; a dry run leaves everything as it is', async () => {
  const content = '<nfe><ide><nNF>1</nNF></ide></nfe>';
  await server.deliver(
    { from: 'a@example.com', subject: 'nota', files: [file('nfe-1.xml', content)] },
    'Notas',
  );
  const options = optionsOf({
    mailFolder: 'Notas',
    pattern: '*.xml',
    afterMail: 'delete',
    element: 'nfe/ide',
  });
  expect(sorted(await readAll(xml, { ...options, dryRun: true })).rows).toEqual([{ nNF: '1' }]);
  expect(await server.mails('Notas')).toEqual(['nota']);
  expect(sorted(await readAll(xml, options)).rows).toEqual([{ nNF: '1' }]);
  expect(await server.mails('Notas')).toEqual([]);
});

test('a file that is too large is not fetched, and a folder that is not there is told', async () => {
  await server.deliver({
    from: 'a@example.com',
    subject: 'g',
    files: [file('g.csv', Buffer.alloc(2e6, 'a'))],
  });
  await expect(readAll(csv, optionsOf({ maxMegabytes: 1 }))).rejects.toMatchObject({
    ...{ code: 'nodes.file-too-large', values: { file: 'g.csv', megabytes: 1 } },
  });
  await expect(readAll(csv, optionsOf({ mailFolder: 'Nada' }))).rejects.toMatchObject({
    ...{ code: 'nodes.mailbox-refused', values: { name: 'Nada' } },
  });
});

test('the connection answers, and is refused with a wrong password, certificate or address', async () => {
  const attempt = (values: Record<string, Json>, allow = [server.allow]) => {
    const connection: Connection = {
      ...server.connection,
      values: { ...server.connection.values, ...values },
    };
    const tools = { reach: guardedReach({ allow }), fetch: guardedFetch({ allow }), files: memoryFiles() };
    return imapConnection.test({ connection, ...tools, signal: new AbortController().signal });
  };
  await server.deliver({
    from: 'a@example.com',
    subject: 's',
    files: [file('1.csv', 'x'), file('2.csv', 'x')],
  });
  expect((await attempt({})).pt).toMatch(/respondeu\. Os e-mails da última semana trazem 2 arquivos\./);
  await expect(attempt({ password: 'x' })).rejects.toMatchObject({ code: 'nodes.server-denied' });
  await expect(attempt({ certificate: '' })).rejects.toMatchObject({
    ...{ code: 'nodes.server-unreachable', retryable: false },
  });
  await expect(attempt({}, [])).rejects.toMatchObject({ code: 'nodes.address-refused' });
});

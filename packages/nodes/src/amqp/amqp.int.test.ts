// Messages to and from a real RabbitMQ: what is confirmed, what comes once, and what becomes of a bad one.
import { gzipSync } from 'node:zlib';
import type { ActionCall, Connection, Json, RecordedRequest, Row, SourcePage } from '@eclusa/flow';
import amqpConnection from '../connections/amqp.connection';
import { chain, runFlow } from '../files/flows.testing';
import { contextOf, memoryFiles, readAll, sorted, type ContextOptions } from '../harness.testing';
import { guardedFetch } from '../net/guarded-fetch';
import { guardedReach } from '../net/reach';
import output from '../output/amqp.node';
import source from '../source/amqp.node';
import { startBroker, type TestBroker } from './broker.testing';
import { closeIdleLines } from './lines';
import { queuesOf, type TestQueues } from './queue.testing';

let broker: TestBroker;
let queues: TestQueues;

beforeAll(async () => {
  broker = await startBroker();
  queues = await queuesOf(broker);
});
afterAll(async () => {
  await closeIdleLines();
  await queues.close();
  await broker.close();
});

const optionsOf = (config: Record<string, Json>, more: ContextOptions = {}): ContextOptions => ({
  ...{
    config: { silenceSeconds: 0.3, ...config },
    connection: { ...broker.connection.values },
    kind: 'amqp',
  },
  ...{ allow: broker.allow, ...more },
});
const read = (queue: string, more: ContextOptions = {}) => readAll(source, optionsOf({ queue }, more));
const numbers = (pages: readonly SourcePage[]) => sorted(pages).rows.map(({ body }) => (body as Row)['n']);
const texts = (count: number) => Array.from({ length: count }, (_, n) => JSON.stringify({ n }));
const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);

async function send(rows: Row[], config: Record<string, Json>, dryRun = false) {
  if (output.behaviour.kind !== 'action') throw new Error('no action');
  const shown: RecordedRequest[] = [];
  const call: ActionCall = { signal: new AbortController().signal, record: (request) => shown.push(request) };
  const action = await output.behaviour.prepare(contextOf(output, optionsOf(config, { dryRun })));
  const sent = await Promise.allSettled(rows.map((row) => action.run(row, call)));
  const failures = sent.flatMap((one) => (one.status === 'rejected' ? [one.reason as { code: string }] : []));
  return { shown, failures };
}

const attempt = (connection: Connection, allow = broker.allow) =>
  amqpConnection.test({
    ...{ connection, reach: guardedReach({ allow }), fetch: guardedFetch({ allow }), files: memoryFiles() },
    signal: new AbortController().signal,
  });

describe('the connection', () => {
  it('answers over TLS by its certificate, and without TLS where the person says so', async () => {
    expect((await attempt(broker.secure)).pt).toMatch(/^localhost:\d+\/erp respondeu: RabbitMQ 3\./);
    expect((await attempt(broker.connection)).en).toContain('answered: RabbitMQ');
  });

  it('is refused with a wrong password, virtual host or certificate, and within our own network', async () => {
    const others = (values: Record<string, Json>, of = broker.connection) => ({
      ...of,
      values: { ...of.values, ...values },
    });
    await expect(attempt(others({ password: 'x' }))).rejects.toMatchObject({ code: 'nodes.server-denied' });
    await expect(attempt(others({ vhost: 'outro' }))).rejects.toMatchObject({ code: 'nodes.vhost-refused' });
    await expect(attempt(others({ certificate: '' }, broker.secure))).rejects.toMatchObject({
      ...{ code: 'nodes.server-unreachable', retryable: false },
    });
    await expect(attempt(broker.connection, [])).rejects.toMatchObject({ code: 'nodes.address-refused' });
    await expect(attempt(others({ port: 1 }), ['127.0.0.1:1'])).rejects.toMatchObject({
      ...{ code: 'nodes.server-unreachable', retryable: true },
    });
  });
});

describe('reading', () => {
  it('gives a row for each message with what was said about it, and empties the queue', async () => {
    await queues.queue('in', ['{"n": 1}'], {
      ...{ messageId: 'm-1', type: 'pedido', correlationId: 'c', contentType: 'application/json' },
      headers: { loja: 'sul', nivel: 2, lista: ['a', { b: true }] },
    });
    await queues.queue('in', [gzipSync('{"n": 2}')], { contentEncoding: 'gzip' });
    const { rows, refused } = sorted(await read('in'));
    expect(refused).toEqual([]);
    expect(rows[0]).toEqual({
      ...{ id: 'm-1', type: 'pedido', exchange: '', routingKey: 'in', contentType: 'application/json' },
      ...{ correlationId: 'c', sentAt: null, headers: { loja: 'sul', nivel: 2, lista: ['a', { b: true }] } },
      body: { n: 1 },
    });
    expect(rows[1]).toMatchObject({ id: null, body: { n: 2 } });
    expect(await queues.count('in')).toBe(0);
  });

  it('puts what cannot be read among the failed rows, once, and goes on behind it', async () => {
    const bomb = gzipSync(Buffer.alloc(5e6, 'a'));
    await queues.queue('bad', [
      '{"n": 0}',
      'not json',
      Buffer.from([0xff, 0xfe, 0x7b]),
      '"a text"',
      '{"n": 1}',
    ]);
    await queues.queue('bad', [bomb, Buffer.from('garbage')], { contentEncoding: 'gzip' });
    await queues.queue('bad', ['x'], { contentEncoding: 'lz4' });
    const { rows, refused } = sorted(await read('bad'));
    expect(rows.map(({ body }) => body)).toEqual([{ n: 0 }, 'a text', { n: 1 }]);
    expect(refused.map(({ error }) => error.code)).toEqual([
      ...['nodes.message-not-json', 'nodes.message-not-utf8'],
      ...['nodes.message-too-large', 'nodes.message-packed', 'nodes.message-packed'],
    ]);
    expect(refused[0]?.raw).toMatchObject({ routingKey: 'bad', body: 'not json' });
    expect(await queues.count('bad')).toBe(0);
    expect(await read('bad')).toEqual([]);
  });

  it('leaves a message in the queue until its row is stored: after a crash nothing is lost and nothing comes twice', async () => {
    await queues.queue('crash', texts(25));
    if (source.behaviour.kind !== 'source') throw new Error('no source');
    // Ends after the second page was given out and before anybody said that it was stored.
    const given: SourcePage[] = [];
    for await (const page of source.behaviour.read(
      contextOf(source, optionsOf({ queue: 'crash' }, { pageSize: 5 })),
    )) {
      given.push(page);
      if (given.length === 2) break;
    }
    expect(await queues.count('crash')).toBe(20);
    // It was not: the run goes on from the first page.
    const [first, second] = given as [SourcePage, SourcePage];
    const cursorOf = (page: SourcePage) => JSON.parse(JSON.stringify(page.cursor)) as Json;
    for await (const page of source.behaviour.read(
      contextOf(source, optionsOf({ queue: 'crash' }, { pageSize: 5, cursor: cursorOf(first) })),
    )) {
      expect(numbers([page])).toEqual(numbers([second]));
      break;
    }
    // It was: the run goes on behind the second page.
    const rest = await read('crash', { pageSize: 5, cursor: cursorOf(second) });
    expect(numbers(rest)).toEqual(upTo(10, 25));
    expect(await queues.count('crash')).toBe(0);
  });

  it('takes messages that are equal for as many as they are', async () => {
    await queues.queue('equal', Array<string>(6).fill('{"n": 7}'));
    if (source.behaviour.kind !== 'source') throw new Error('no source');
    let cursor: Json = null;
    const options = optionsOf({ queue: 'equal' }, { pageSize: 2 });
    for await (const page of source.behaviour.read(contextOf(source, options))) {
      cursor = page.cursor;
      break;
    }
    expect(numbers(await read('equal', { pageSize: 2, cursor }))).toEqual([7, 7, 7, 7]);
  });

  it('takes nothing away in a dry run, stops at the most a run may read, and keeps texts as they are', async () => {
    await queues.queue('some', texts(9));
    expect(numbers(await read('some', { dryRun: true, pageSize: 5 }))).toEqual(upTo(0, 5));
    expect(await queues.count('some')).toBe(9);
    const limited = await readAll(
      source,
      optionsOf({ queue: 'some', most: 7, content: 'text' }, { pageSize: 5 }),
    );
    expect(sorted(limited).rows.map(({ body }) => body)).toEqual(texts(7));
    expect(await queues.count('some')).toBe(2);
  });

  it('says when there is no such queue, and when it is taken away meanwhile', async () => {
    await expect(read('nada')).rejects.toMatchObject({
      code: 'nodes.queue-missing',
      values: { name: 'nada' },
    });
    await queues.queue('short', texts(1));
    const reading = readAll(source, optionsOf({ queue: 'short', silenceSeconds: 20 }));
    setTimeout(() => void queues.channel.deleteQueue('short'), 500);
    await expect(reading).rejects.toMatchObject({ code: 'nodes.queue-missing' });
  });
});

describe('sending', () => {
  it('has the broker confirm each message, with key, headers and an id that is the same when it is sent again', async () => {
    await queues.channel.assertExchange('erp', 'topic');
    await queues.queue('sul');
    await queues.channel.bindQueue('sul', 'erp', 'pedidos.sul.#');
    const rows = Array.from({ length: 200 }, (_, n) => ({ n, loja: 'sul' }));
    const config = {
      ...{ exchange: 'erp', routingKey: '"pedidos." & loja & "." & n', body: '{"numero": n}' },
      headers: [{ name: 'loja', value: 'loja' }],
    };
    expect((await send(rows, config)).failures).toEqual([]);
    expect(await queues.count('sul')).toBe(200);
    const got = sorted(await read('sul')).rows;
    expect(got[3]).toMatchObject({
      ...{
        exchange: 'erp',
        routingKey: 'pedidos.sul.3',
        contentType: 'application/json',
        headers: { loja: 'sul' },
      },
      body: { numero: 3 },
    });
    await send(rows.slice(0, 2), config);
    const again = sorted(await read('sul')).rows;
    expect(again.map(({ id }) => id)).toEqual(got.slice(0, 2).map(({ id }) => id));
    expect(new Set(got.map(({ id }) => id)).size).toBe(200);
    await send([{ n: 1 }], {
      routingKey: '"sul"',
      messageId: '"m-" & n',
      body: '"<x/>"',
      contentType: 'application/xml',
    });
    const [xml] = sorted(await readAll(source, optionsOf({ queue: 'sul', content: 'text' }))).rows;
    expect(xml).toMatchObject({ id: 'm-1', contentType: 'application/xml', body: '<x/>' });
  });

  it('fails the row whose message no queue takes, or whose exchange is not there, and no other', async () => {
    await queues.queue('known');
    const { failures } = await send([{ key: 'known' }, { key: 'unknown' }, { key: 'known' }, {}], {
      routingKey: 'key',
    });
    expect(failures.map(({ code }) => code).sort()).toEqual([
      'nodes.message-unroutable',
      'nodes.routing-key-empty',
    ]);
    expect(await queues.count('known')).toBe(2);
    const missing = await send([{ a: 1 }], { exchange: 'nada', routingKey: '"x"' });
    expect(missing.failures).toMatchObject([{ code: 'nodes.exchange-missing', values: { name: 'nada' } }]);
    expect((await send([{ key: 'known' }], { routingKey: 'key' })).failures).toEqual([]);
  });

  it('shows in a dry run what it would send, and sends nothing', async () => {
    await queues.queue('dry');
    const { shown } = await send([{ a: 1 }], { routingKey: '"dry"', messageId: '"m"' }, true);
    expect(shown).toEqual([
      {
        method: 'PUBLISH',
        url: expect.stringMatching(/^amqp:\/\/127\.0\.0\.1:\d+\/erp#\/dry$/) as string,
        ...{ headers: { 'message-id': 'm' }, body: { a: 1 } },
      },
    ]);
    expect(await queues.count('dry')).toBe(0);
  });
});

test('a flow carries messages from one queue to another, and the one that cannot be read is among its failed rows', async () => {
  await queues.queue('pedidos', [...texts(700), 'broken', ...texts(2)]);
  await queues.queue('separados');
  const flow = chain(
    ['read', 'source.amqp', { connection: 'rabbit', queue: 'pedidos', silenceSeconds: 1 }],
    ['even', 'transform.filter', { condition: 'body.n % 2 = 0' }],
    ['send', 'output.amqp', { connection: 'rabbit', routingKey: '"separados"', body: 'body' }],
  );
  const { totals, failed } = await runFlow(null, flow, {
    connection: async () => broker.connection,
    reach: guardedReach({ allow: broker.allow }),
  });
  expect(totals).toMatchObject({ read: 703, written: 351, failed: 1 });
  expect(failed).toMatchObject([{ node: 'read', error: { code: 'nodes.message-not-json' } }]);
  expect([await queues.count('pedidos'), await queues.count('separados')]).toEqual([0, 351]);
});

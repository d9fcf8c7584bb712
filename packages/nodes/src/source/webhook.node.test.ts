import type { Connection, HookCall, Json } from '@eclusa/flow';
import { createHmac } from 'node:crypto';
import { answerHook, type WebhookConfig } from './webhook-call';

const at = new Date('2026-11-30T12:00:00Z');
const seconds = at.getTime() / 1000;
const key = Buffer.alloc(24, 9);
const body = '{"pedido":"1001","nome":"Água"}';

function call(more: Partial<HookCall> & { text?: string } = {}): HookCall {
  const { text = body, ...rest } = more;
  return { method: 'POST', query: {}, headers: {}, body: Buffer.from(text), at, ...rest };
}

function connection(values: Record<string, Json>): Connection {
  return { id: 'c', kind: 'webhook', values: { secret: 'geheim', ...values } };
}

function signature(
  algorithm: string,
  encoding: 'hex' | 'base64',
  text: string,
  secret: string | Buffer = 'geheim',
) {
  return createHmac(algorithm, secret).update(text).digest(encoding);
}

async function answered(
  it: HookCall,
  config: WebhookConfig = { verify: 'none' },
  by: Connection | null = null,
) {
  const answer = await answerHook(it, config, by);
  return 'refused' in answer
    ? [answer.refused.status, answer.refused.code]
    : answer.events.map(({ row }) => row);
}

const standard = `v1,${signature('sha256', 'base64', `msg_1.${seconds}.${body}`, key)}`;
const signed: [string, Record<string, Json>, Record<string, string>, string | null][] = [
  [
    'Standard Webhooks',
    { scheme: 'standard', secret: `whsec_${key.toString('base64')}` },
    { 'webhook-id': 'msg_1', 'webhook-timestamp': `${seconds}`, 'webhook-signature': `v1,b2xk ${standard}` },
    'msg_1',
  ],
  [
    'GitHub',
    { scheme: 'github' },
    { 'x-hub-signature-256': `sha256=${signature('sha256', 'hex', body)}`, 'x-github-delivery': 'd-1' },
    'd-1',
  ],
  [
    'Shopify',
    { scheme: 'shopify' },
    { 'x-shopify-hmac-sha256': signature('sha256', 'base64', body), 'x-shopify-webhook-id': 'w-1' },
    'w-1',
  ],
  [
    'Stripe',
    { scheme: 'stripe' },
    { 'stripe-signature': `t=${seconds},v1=00,v1=${signature('sha256', 'hex', `${seconds}.${body}`)}` },
    `${seconds} ${signature('sha256', 'hex', `${seconds}.${body}`)}`,
  ],
  [
    'an HMAC of its own',
    { scheme: 'hmac', header: 'X-Sign', algorithm: 'sha1', encoding: 'hex', prefix: 'v=' },
    { 'x-sign': `v=${signature('sha1', 'hex', body).toUpperCase()}`.replace('V=', 'v=') },
    null,
  ],
  ['a secret in a header', { scheme: 'header', header: 'X-Token' }, { 'x-token': 'geheim' }, null],
  [
    'user and password',
    { scheme: 'basic', username: 'erp' },
    { authorization: `Basic ${Buffer.from('erp:geheim').toString('base64')}` },
    null,
  ],
];

describe.each(signed)('a call signed as %s has it', (_name, values, headers, id) => {
  const config: WebhookConfig = { verify: 'signed' };

  test('is taken, and known by its id where it has one', async () => {
    const answer = await answerHook(call({ headers }), config, connection(values));
    if ('refused' in answer) throw new Error(answer.refused.code);
    expect(answer.events.map(({ row }) => row)).toEqual([JSON.parse(body)]);
    if (id !== null) expect(answer.events[0]?.key).toBe(`call ${id} 0`);
  });

  test('is refused without its proof, and with a wrong one', async () => {
    const wrong = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, `${value.slice(0, -3)}AAA`]),
    );
    expect(await answered(call(), config, connection(values))).toEqual([401, 'nodes.hook-signature']);
    expect(await answered(call({ headers: wrong }), config, connection(values))).toEqual([
      401,
      'nodes.hook-signature',
    ]);
    expect(await answered(call({ headers }), config, null)).toEqual([401, 'nodes.hook-signature']);
    const empty = connection({ ...values, secret: '' });
    expect(await answered(call({ headers }), config, empty)).toEqual([401, 'nodes.hook-signature']);
  });
});

test.each(signed.slice(0, 4))('a body that was changed is refused: %s', async (_name, values, headers) => {
  const changed = call({ headers, text: body.replace('1001', '1002') });
  expect(await answered(changed, {}, connection(values))).toEqual([401, 'nodes.hook-signature']);
});

test.each([
  ['a call that is replayed later', 301, [401, 'nodes.hook-signature']],
  ['a call from a clock that is ahead', -301, [401, 'nodes.hook-signature']],
  ['a call of five minutes ago', 300, [JSON.parse(body)]],
])('%s: %d seconds', async (_name, age, expected) => {
  const [, values, headers] = signed[0]!;
  const late = call({ headers, at: new Date(at.getTime() + age * 1000) });
  expect(await answered(late, {}, connection(values))).toEqual(expected);
});

test.each([
  ['application/json; charset=utf-8', '[{"a":1},{"a":2}]', [{ a: 1 }, { a: 2 }]],
  ['application/vnd.erp+json', '{"a":1}', [{ a: 1 }]],
  ['application/x-www-form-urlencoded', 'a=1&b=x+y&a=2', [{ a: ['1', '2'], b: 'x y' }]],
  [
    'application/xml',
    '<pedido id="7"><item>1 &amp; 2</item></pedido>',
    [{ pedido: { '@id': '7', item: '1 & 2' } }],
  ],
  [
    'text/csv',
    'sku;preco\nA;19,90\nB;5\n',
    [
      { sku: 'A', preco: '19,90' },
      { sku: 'B', preco: '5' },
    ],
  ],
  [
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
    [{ a: '1' }],
  ],
])('a body of %s gives its rows', async (type, text, rows) => {
  expect(await answered(call({ text, headers: { 'content-type': type } }))).toEqual(rows);
});

test.each([
  [415, 'nodes.hook-type', 'image/png', 'x'],
  [415, 'nodes.hook-charset', 'text/csv; charset=klingon', 'a'],
  [422, 'nodes.hook-broken', 'application/json', '{"a":'],
  [422, 'nodes.hook-broken', 'application/xml', '<a><b></a>'],
  [422, 'nodes.hook-broken', 'text/csv', 'a,b\n1\n'],
  [422, 'nodes.hook-broken', 'multipart/form-data; boundary=x', 'nothing'],
  [422, 'nodes.hook-xml', 'text/xml', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
  [422, 'nodes.hook-no-rows', 'application/json', '"text"'],
  [422, 'nodes.hook-no-rows', 'application/json', '[]'],
  [422, 'nodes.hook-no-rows', 'application/json', '[1]'],
  [422, 'nodes.hook-too-many-rows', 'application/json', JSON.stringify(Array(501).fill({ a: 1 }))],
  [
    415,
    'nodes.hook-file',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="a"; filename="a.csv"\r\n\r\n1\r\n--x--\r\n',
  ],
])('%d %s for %s', async (status, code, type, text) => {
  expect(await answered(call({ text, headers: { 'content-type': type } }))).toEqual([status, code]);
});

test('a method that was not chosen is refused', async () => {
  expect(await answered(call({ method: 'PUT' }))).toEqual([405, 'nodes.hook-method']);
  expect(await answered(call({ method: 'PUT' }), { verify: 'none', methods: 'any' })).toEqual([
    JSON.parse(body),
  ]);
  const get = call({ method: 'GET', text: '', query: { sku: 'A' } });
  expect(await answered(get, { verify: 'none', methods: 'get' })).toEqual([{ sku: 'A' }]);
});

test('the rows are where the box says, and the call is known by the header the box names', async () => {
  const config: WebhookConfig = {
    verify: 'none',
    rows: 'pedidos',
    idHeader: 'X-Id',
    status: 200,
    text: 'ok',
  };
  const it = call({ text: '{"pedidos":[{"n":1},{"n":2}]}', headers: { 'x-id': '9' } });
  expect(await answerHook(it, config, null)).toEqual({
    events: [
      { key: 'call 9 0', row: { n: 1 } },
      { key: 'call 9 1', row: { n: 2 } },
    ],
    status: 200,
    text: 'ok',
  });
});

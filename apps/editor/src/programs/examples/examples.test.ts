// The examples carry the call over whole: what stands in each language's text is what was to be sent.
import type { Json } from '@eclusa/flow';
import { abapOf } from './abap';
import { advplOf } from './advpl';
import { csharpOf } from './csharp';
import type { ExampleCall } from './example';
import { exampleLanguages } from './index';
import { literal as php } from './php';
import { literal as python } from './python';
import { typedClientOf } from './typed-client';
import { typescriptOf } from './typescript';

const nasty = {
  text: `d'água "50%" \\ \`x\` $HOME {a} '' ação 😀`,
  lines: 'a\nb\tc',
  long: 'ção '.repeat(120),
  nothing: null,
  yes: true,
  price: 19.9,
  none: {},
  empty: [],
  '0': 'zero',
};
const call: ExampleCall = {
  url: 'https://eclusa.example/api/v1/flows/f1/runs',
  key: 'eclusa_secret',
  comments: { key: 'Key of\nthe "ERP" ?>', again: 'The same again', unreachable: `No d'água` },
  body: { rows: [nasty] },
  waits: true,
};

test('each language has the address, waits when it is to, and no source text holds the secret', () => {
  for (const [id, { write }] of Object.entries(exampleLanguages)) {
    const text = write(call);
    expect([id, text.includes('/api/v1/flows/f1/runs'), text.includes('wait=30')]).toEqual([id, true, true]);
    expect([id, text.includes('eclusa_secret')]).toEqual([id, id === 'curl']);
    expect([id, write({ ...call, waits: false }).includes('wait=30')]).toEqual([id, false]);
    expect([id, text.includes('undefined')]).toEqual([id, false]);
  }
});

test('a name in a comment ends neither the line nor the code', () => {
  expect(exampleLanguages.php.write(call).split('\n')[1]).toBe('// Key of the "ERP" ? >');
});

test('the TypeScript runs, and sends what it should', async () => {
  const sent: { url: string; init: { headers: Record<string, string>; body: string } }[] = [];
  const fetch = async (url: string, init: (typeof sent)[number]['init']) => {
    sent.push({ url, init });
    return { ok: true, status: 202, json: async () => ({}) };
  };
  const run = new Function(
    'fetch',
    'process',
    'crypto',
    'console',
    `return (async () => {${typescriptOf(call)}})()`,
  );
  const crypto = { randomUUID: () => 'once' };
  await run(fetch, { env: { ECLUSA_KEY: 'k' } }, crypto, { log: () => undefined });
  const [{ url, init }] = sent as [(typeof sent)[number]];
  expect(url).toBe(call.url);
  expect(init.headers).toEqual({
    Authorization: 'Bearer k',
    'Content-Type': 'application/json',
    'Idempotency-Key': 'once',
    Prefer: 'wait=30',
  });
  expect(JSON.parse(init.body)).toEqual(call.body);
});

test('the raw text of the C# is the body', () => {
  const [, raw = ''] = /"""\n([\s\S]*?)\n {4}"""/.exec(csharpOf(call)) ?? [];
  expect(JSON.parse(raw.replaceAll(/^ {4}/gm, ''))).toEqual(call.body);
});

test('the pieces of the ABAP, none of them too long, are the body', () => {
  const [, text = ''] = /lv_body\) = ([\s\S]*?)\.\n\n/.exec(abapOf(call)) ?? [];
  const pieces = text.split(' &&\n').map((piece) => piece.trim());
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(255);
  const body = pieces.map((piece) => piece.slice(1, -1).replaceAll('``', '`')).join('');
  expect(JSON.parse(body)).toEqual(call.body);
});

test('the pieces of the ADVPL are the body', () => {
  const pieces = [...advplOf(call).matchAll(/^ {2}cBody \+= (.*)$/gm)].map(([, piece = '']) => piece);
  const texts = pieces.flatMap((piece) => piece.match(/'[^']*'|"[^"]*"/g) ?? []);
  expect(JSON.parse(texts.map((text) => text.slice(1, -1)).join(''))).toEqual(call.body);
});

test('values are written as Python and PHP know them', () => {
  const value: Json = { name: `d'água \\ "x"`, none: null, list: [true, 1.5], empty: {}, no: [] };
  expect(python(value)).toBe(
    [
      '{',
      `    "name": "d'água \\\\ \\"x\\"",`,
      '    "none": None,',
      '    "list": [',
      '        True,',
      '        1.5,',
      '    ],',
      '    "empty": {},',
      '    "no": [],',
      '}',
    ].join('\n'),
  );
  expect(php(value)).toBe(
    [
      '[',
      `    'name' => 'd\\'água \\\\ "x"',`,
      `    'none' => null,`,
      `    'list' => [`,
      '        true,',
      '        1.5,',
      '    ],',
      `    'empty' => new stdClass(),`,
      `    'no' => [],`,
      ']',
    ].join('\n'),
  );
  expect(php({ '0': 'zero' })).toBe(`(object) [\n    '0' => 'zero',\n]`);
});

test('the commands for a typed client fetch the document and generate from it', () => {
  expect(typedClientOf('https://e/openapi.json', `k'y`)).toBe(
    `curl --fail --header 'Authorization: Bearer k'\\''y' \\\n  --output flow.json 'https://e/openapi.json' &&\n` +
      'npx openapi-typescript flow.json --output flow.d.ts',
  );
});

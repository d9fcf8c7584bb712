// Requests for an operation of the OpenAPI document, made at random, and sent over a real connection. For tests only.
import fc from 'fast-check';
import { Agent, request as open } from 'node:http';
import { changed, fuzzed, HUGE, odd, rarely, type Schema, type World } from './values.testing';

export interface Operation {
  operationId: string;
  method: string;
  path: string;
  parameters: { in: string; name: string; required?: boolean; schema?: Schema }[];
  /** Schema by content type. */
  bodies: Record<string, Schema>;
  /** Statuses it says it answers. */
  statuses: number[];
  /** Action a key needs for it. */
  keyAction: string | undefined;
}

export interface FuzzRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

export interface FuzzAnswer {
  status: number;
  headers: Record<string, string>;
  text: string;
}

interface Paths {
  paths: Record<string, Record<string, Schema>>;
}

/** All operations of a document: what only reads comes first, what deletes last. */
export function operationsOf(document: Paths): Operation[] {
  const order = ['get', 'put', 'post', 'patch', 'delete'];
  const all = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, one]) => operationOf(method, path, one)),
  );
  const rank = ({ method, operationId }: Operation) =>
    operationId === 'signOut' ? order.length : order.indexOf(method.toLowerCase());
  return all.sort((one, other) => rank(one) - rank(other));
}

function operationOf(method: string, path: string, one: Schema): Operation {
  const {
    operationId,
    parameters = [],
    requestBody,
    responses,
  } = one as {
    operationId: string;
    parameters?: Operation['parameters'];
    requestBody?: { content: Record<string, { schema: Schema }> };
    responses: Record<string, unknown>;
  };
  return {
    ...{ operationId, parameters, path, method: method.toUpperCase() },
    bodies: Object.fromEntries(
      Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => [type, schema]),
    ),
    statuses: Object.keys(responses).map(Number),
    keyAction: one['x-key-action'] as string | undefined,
  };
}

/** A request for the operation; `proof` are the headers that say who asks. */
export function requestFor(
  operation: Operation,
  world: World,
  proof: Record<string, string>,
): fc.Arbitrary<FuzzRequest> {
  return fc
    .record({
      path: pathFor(operation, world),
      query: queryFor(operation, world),
      headers: headersFor(operation, world),
      body: bodyFor(operation, world),
    })
    .map(({ path, query, headers, body }) => ({
      method: operation.method,
      path: `/api/v1${path}${query}`,
      headers: { ...proof, ...(body.type !== undefined && { 'content-type': body.type }), ...headers },
      body: body.text,
    }));
}

function pathFor({ path, parameters }: Operation, world: World): fc.Arbitrary<string> {
  const named = parameters.filter((one) => one.in === 'path');
  // What comes before `{id}` says what it is of.
  const kindOf = (name: string) => (name === 'id' ? (/(\w+?)s?\/{id}/.exec(path)?.[1] ?? '') : name);
  const values = named.map(({ name, schema = {} }) => fuzzed(schema, world, kindOf(name)));
  return fc
    .tuple(...values)
    .map((made) =>
      named.reduce((text, { name }, index) => text.replace(`{${name}}`, () => segment(made[index])), path),
    );
}

function queryFor({ parameters }: Operation, world: World): fc.Arbitrary<string> {
  const named = parameters.filter((one) => one.in === 'query');
  const parts = named.map(({ name, schema = {}, required }) => {
    const value =
      name === 'wait' ? fc.constantFrom<unknown>(0, -1, 'x', 61, 1.5) : fuzzed(schema, world, name);
    return fc.oneof(
      { weight: required ? 1 : 2 * named.length, arbitrary: fc.constant('') },
      { weight: 4, arbitrary: value.map((one) => `${name}=${escaped(one)}`) },
      {
        weight: 1,
        arbitrary: fc.tuple(value, value).map((two) => two.map((one) => `${name}=${escaped(one)}`).join('&')),
      },
    );
  });
  const more = rarely(
    odd.map((one) => `x=${escaped(one)}`),
    30,
  );
  return fc.tuple(...parts, more).map((all) => {
    const query = all.filter(Boolean).join('&');
    return query && `?${query}`;
  });
}

const usualHeaders: Record<string, fc.Arbitrary<string>> = {
  prefer: fc.constantFrom('wait=0', 'wait=x', 'wait', 'respond-async, wait=0', `wait=${'9'.repeat(20)}`),
  'accept-language': fc.constantFrom('pt-BR', 'es;q=0.5,en;q=x', '*', 'x'.repeat(200)),
  'if-none-match': fc.constantFrom('*', '"1"', 'x'),
  'idempotency-key': fc.constantFrom('a', 'b', 'c d', 'x'.repeat(256)),
  'if-match': fc.constantFrom('*', '"1"', 'W/"1"', '"x", "1"', '1', `"${'9'.repeat(40)}"`),
  'last-event-id': fc.constantFrom('1', '-1', 'x', '9'.repeat(64)),
  accept: fc.constantFrom('application/xml', '*/*', 'text/event-stream'),
};

function headersFor({ parameters }: Operation, world: World): fc.Arbitrary<Record<string, string>> {
  const named = parameters.filter((one) => one.in === 'header' && one.name !== 'Content-Encoding');
  const all = new Map<string, fc.Arbitrary<string>>(Object.entries(usualHeaders));
  for (const { name, schema = {} } of named) {
    const usual = usualHeaders[name.toLowerCase()];
    const any = fuzzed(schema, world).map(headerText);
    all.set(
      name.toLowerCase(),
      usual && name.toLowerCase() === 'prefer' ? usual : usual ? fc.oneof(usual, any) : any,
    );
  }
  const encoding = fc.constantFrom('gzip', 'br', 'identity', 'x');
  const entries = [...all].map(([name, value]) => rarely(value, 8).map((one) => [name, one] as const));
  return fc
    .tuple(
      ...entries,
      rarely(encoding, 60).map((one) => ['content-encoding', one] as const),
    )
    .map((made) => Object.fromEntries(made.filter((one): one is [string, string] => one[1] !== undefined)));
}

interface Body {
  type: string | undefined;
  text: string;
}

const wrong = fc.record<Body>({
  type: fc.constantFrom(
    undefined,
    'application/json',
    'text/plain',
    'application/xml',
    'multipart/form-data',
    '/',
  ),
  text: fc.constantFrom(
    ...['', '{', '[]', 'null', '"x"', '{"a":1}}', '\ufeff{}', '[[[', '{"a":1,"a":2}', 'a;b\n1;2', '\0'],
  ),
});
const lines = fc.constantFrom(
  '',
  'a;b\n1;2\n',
  'Código;Preço\n"1";"2',
  '{"sku":"1"}\n{"sku":"2"}',
  '{"sku":',
);

function bodyFor(operation: Operation, world: World): fc.Arbitrary<Body> {
  const { bodies, method } = operation;
  if (method === 'GET') return fc.constant({ type: undefined, text: '' });
  const types = Object.keys(bodies);
  if (types.length === 0) return fc.oneof({ weight: 5, arbitrary: nothing }, { weight: 1, arbitrary: wrong });
  const good = types.map((type) => ({
    weight: type === 'application/json' ? 12 : 3,
    arbitrary: (type === 'application/json'
      ? jsonFor(operation, world).map(jsonText)
      : fc.oneof(lines, odd.map(jsonText))
    ).map((text): Body => ({ type, text })),
  }));
  return fc.oneof(...good, { weight: 1, arbitrary: wrong });
}

const nothing = fc.constant<Body>({ type: undefined, text: '' });

function jsonFor({ operationId, bodies }: Operation, world: World): fc.Arbitrary<unknown> {
  const made = fuzzed(bodies['application/json'] ?? {}, world);
  const known = world.bodies[operationId];
  if (!known) return made;
  const right = fc.constantFrom(...known);
  return fc.oneof(
    { weight: 2, arbitrary: right },
    { weight: 4, arbitrary: right.chain(changed) },
    { weight: 3, arbitrary: made },
  );
}

function jsonText(value: unknown): string {
  return (JSON.stringify(value) ?? '').replaceAll(`"${HUGE}"`, '1e999');
}

function plainText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** Percent-encoded bytes; halves of characters as the bytes no decoder takes. */
function escaped(value: unknown): string {
  return plainText(value)
    .slice(0, 4_000)
    .replace(/[^\w.~*-]/gsu, (one) => {
      if (/\p{Surrogate}/u.test(one)) return '%ED%A0%80';
      return [...Buffer.from(one)]
        .map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`)
        .join('');
    });
}

function segment(value: unknown): string {
  const text = escaped(value);
  // Clients resolve these themselves, and an empty one is another route.
  return text === '' || text === '.' || text === '..' ? '%20' : text;
}

function headerText(value: unknown): string {
  return plainText(value)
    .slice(0, 2_000)
    .replace(/[^\x20-\x7e\xa0-\xff]/g, '?');
}

const agent = new Agent({ keepAlive: true, maxSockets: 20 });

/** Sends it as it is. An event stream is left as soon as it begins. Throws when there is no answer for 20 s. */
export function send(url: string, { method, path, headers, body }: FuzzRequest): Promise<FuzzAnswer> {
  return new Promise((resolve, reject) => {
    const bytes = Buffer.from(body);
    const all = { ...headers, ...(method !== 'GET' && { 'content-length': String(bytes.length) }) };
    const sent = open(`${url}${path}`, { method, headers: all, agent, timeout: 20_000 }, (answer) => {
      const found = { status: answer.statusCode ?? 0, headers: answer.headers as Record<string, string> };
      if (/event-stream/.test(answer.headers['content-type'] ?? '')) {
        answer.destroy();
        return resolve({ ...found, text: '' });
      }
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () => resolve({ ...found, text: Buffer.concat(pieces).toString('utf8') }));
      answer.on('error', reject);
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer for 20 s')));
    sent.on('error', reject);
    sent.end(bytes);
  });
}

/** Lets go of idle connections. */
export function hangUp(): void {
  agent.destroy();
}

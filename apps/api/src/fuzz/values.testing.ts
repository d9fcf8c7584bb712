// Values for a JSON Schema, made at random: most are what it asks for, some are what nobody should send. For tests only.
import fc from 'fast-check';

export type Schema = Record<string, unknown>;

/** What a generator may look up. */
export interface World {
  schemas: Record<string, Schema>;
  /** Ids that exist: of the caller, and of others. */
  ids: readonly string[];
  /** The caller's, by what they are of: `flow`, `run` … */
  own: Readonly<Record<string, readonly string[]>>;
  /** Whole documents of flows. */
  documents: readonly object[];
  /** By operation, bodies that it takes. */
  bodies: Readonly<Record<string, readonly unknown[]>>;
}

/** Stands in a text for a number that JSON can write and JavaScript cannot hold. */
export const HUGE = '@huge';
const deepest = 5;

function nested(depth: number): unknown {
  return depth === 0 ? 1 : depth % 2 ? [nested(depth - 1)] : { a: nested(depth - 1) };
}

const texts = fc.constantFrom(
  ...[
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud800',
    'a\udfffb',
    '😀',
    '\u202e',
    '\ufeff',
    '\r\n',
    'ação',
    '%',
    '%00',
    '..',
    '*',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'null',
    'undefined',
    'NaN',
    'true',
    '-1',
    '0',
    '1e309',
    '0x10',
    '1.5',
  ],
  ...[
    `'; DROP TABLE run; --`,
    '$1',
    '{{x}}',
    '<script>',
    'file:///etc/passwd',
    'javascript:1',
    'http://[',
    'a@b',
  ],
  ...[
    '9'.repeat(30),
    '2147483648',
    '9223372036854775808',
    'x'.repeat(300),
    'x'.repeat(20_000),
    '('.repeat(200),
  ],
  ...['(a+)+$', '[', '\\', '$string(', 'a.b.c', '0 0 31 2 *', '* * * * * *', 'America/Nowhere', '/', 'a/b'],
);
const dates = fc.constantFrom(
  ...[
    '2026-11-30T08:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-11-30T24:00:00Z',
    '2026-11-30T08:00:60Z',
    '2026-11-30',
  ],
  ...[
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999999999Z',
    '2026-11-30T08:00:00+99:99',
  ],
  ...['-271821-04-20T00:00:00Z', '+275760-09-13T00:00:00Z', 'infinity', 'now', '294277-01-01T00:00:00Z'],
);
const numbers = fc.constantFrom(
  ...[
    0,
    -0,
    1,
    -1,
    1.5,
    2,
    100,
    101,
    2 ** 31,
    -(2 ** 31) - 1,
    2 ** 32,
    2 ** 53,
    2 ** 63,
    1e21,
    1e308,
    -1e308,
  ],
);
/** Cursors of no list of ours, in their form. */
const cursors = fc
  .array(fc.oneof(texts, dates, numbers, fc.uuid()), { maxLength: 4 })
  .map((key) => Buffer.from(JSON.stringify(key)).toString('base64url'));

/** What nobody should send. */
export const odd: fc.Arbitrary<unknown> = fc.oneof(
  ...[texts, texts, dates, numbers, cursors, fc.jsonValue({ maxDepth: 2 }), fc.string({ unit: 'binary' })],
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], HUGE, [HUGE], { length: -1 }),
  fc.constantFrom(...[20, 63, 64, 65, 200].map(nested)),
  fc.constantFrom(Array<unknown>(600).fill(1), Array<unknown>(11_000).fill({})),
);

/** The value once in so many times, undefined otherwise. */
export function rarely<T>(value: fc.Arbitrary<T>, oneIn: number): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
}

/** Mostly a value of this schema; one in ten is odd. By its `name` an id is known: `flowId` or `flow` is one of a flow. */
export function fuzzed(schema: Schema, world: World, name = '', depth = 0): fc.Arbitrary<unknown> {
  if (depth > deepest) return fc.constantFrom<unknown>(null, 'x', 1, {}, []);
  return fc.oneof({ weight: 9, arbitrary: right(schema, world, name, depth) }, { weight: 1, arbitrary: odd });
}

function right(schema: Schema, world: World, name: string, depth: number): fc.Arbitrary<unknown> {
  const { $ref, anyOf, oneOf, allOf, type } = schema;
  const go = (one: unknown) => fuzzed(one as Schema, world, name, depth + 1);
  if (typeof $ref === 'string') return referred($ref.split('/').pop() ?? '', world, name, depth);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  if (schema['const'] !== undefined) return fc.constant(schema['const']);
  const choices = anyOf ?? oneOf ?? allOf;
  if (Array.isArray(choices)) return fc.oneof(...choices.map(go));
  if (Array.isArray(type))
    return fc.oneof(...type.map((one) => right({ ...schema, type: one }, world, name, depth)));
  if (type === 'object') return members(schema, world, depth);
  if (type === 'array') {
    const [minLength, most] = [Math.min(num(schema['minItems'], 0), 3), num(schema['maxItems'], 3)];
    return fc.array(go(schema['items'] ?? {}), {
      minLength,
      maxLength: Math.max(minLength, Math.min(most, 3)),
    });
  }
  return scalar(schema, world, name);
}

function referred(schemaName: string, world: World, name: string, depth: number): fc.Arbitrary<unknown> {
  const schema = world.schemas[schemaName];
  if (schemaName === 'FlowDocument' && world.documents.length > 0) {
    const known = fc.constantFrom(...world.documents);
    return fc.oneof(
      { weight: 2, arbitrary: known },
      { weight: 5, arbitrary: known.chain((one) => changed(one)) },
    );
  }
  return schema ? right(schema, world, name, depth) : fc.jsonValue({ maxDepth: 2 });
}

function members(schema: Schema, world: World, depth: number): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
  const required = new Set((schema['required'] ?? []) as string[]);
  const named = properties.map(([name, one]) => {
    const value = fuzzed(one, world, name, depth + 1).map((made) => [name, made] as const);
    const gone = fc.constant(undefined);
    return fc.oneof(
      { weight: required.has(name) ? 19 : 3, arbitrary: value },
      { weight: required.has(name) ? 1 : 3, arbitrary: gone },
    );
  });
  const others = schema['additionalProperties'];
  const open = typeof others === 'object' ? fuzzed(others as Schema, world, '', depth + 1) : odd;
  const weight = others === undefined && properties.length > 0 ? 30 : 2;
  const more = rarely(fc.tuple(texts, open), weight);
  return fc
    .tuple(...named, more)
    .map((all) => Object.fromEntries(all.filter((one) => one !== undefined) as [string, unknown][]));
}

function scalar(schema: Schema, { ids, own }: World, name: string): fc.Arbitrary<unknown> {
  const { type, format } = schema;
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer' || type === 'number') {
    const [min, max] = [num(schema['minimum'], -1_000), num(schema['maximum'], 1_000_000)];
    return fc.oneof(fc.integer({ min, max: Math.max(min, max) }), fc.constantFrom(min, max));
  }
  if (type !== 'string') return fc.jsonValue({ maxDepth: 2 });
  if (format === 'uuid') {
    const known = own[name.replace(/Ids?$/, '')] ?? ids;
    return fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...known) },
      { weight: 1, arbitrary: fc.constantFrom(...ids) },
      { weight: 1, arbitrary: fc.uuid() },
    );
  }
  if (format === 'date-time') return fc.oneof(fc.constant('2026-11-30T08:00:00Z'), dates);
  if (format === 'uri') return fc.constantFrom('http://127.0.0.1:1/x', 'https://[::1]/', 'ftp://127.0.0.1');
  if (format === 'email') return fc.constantFrom('a@example.com', 'não@example.com');
  const [minLength, most] = [num(schema['minLength'], 0), num(schema['maxLength'], 40)];
  const word = fc.string({ minLength, maxLength: Math.max(minLength, Math.min(most, 40)) });
  return fc.oneof(word, word, fc.constantFrom('active', 'erp', 'price', 'Table', 'UTC', '0 6 * * *'));
}

/** The document with one place in it changed, taken away or made odd. */
export function changed(document: unknown): fc.Arbitrary<unknown> {
  const places = placesOf(document).filter((place) => place.length > 0);
  if (places.length === 0) return odd;
  return fc.tuple(fc.constantFrom(...places), fc.oneof(odd, fc.constant(undefined))).map(([place, value]) => {
    const copy = structuredClone(document);
    const at = place.slice(0, -1).reduce<unknown>((node, name) => (node as Schema)[name], copy) as Schema;
    const last = place.at(-1) as string;
    if (value === undefined) delete at[last];
    else at[last] = value;
    return copy;
  });
}

function placesOf(value: unknown, place: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [place];
  const below = Object.entries(value).flatMap(([name, one]) => placesOf(one, [...place, name]));
  return place.length > 0 ? [place, ...below] : below;
}

function num(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

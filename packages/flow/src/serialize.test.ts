import { z } from 'zod';
import { edge, flow } from './catalogue.testing';
import { flowJsonSchema } from './json-schema';
import { migrateFlow } from './migrate';
import { parseFlow, serializeFlow } from './serialize';

const document = flow({
  nodes: { b: { type: 'transform.filter', config: { z: 1, a: { y: 1, b: 2 } } }, a: 'source.http' },
  edges: ['b>a', 'a>b', 'a.failed>b'],
});

describe('a flow as text', () => {
  test('equal flows give equal texts, whatever order they were drawn in', () => {
    const { nodes, edges, ...rest } = document;
    const other = {
      edges: [...edges].reverse(),
      nodes: Object.fromEntries(Object.entries(nodes).reverse()),
      ...rest,
    };
    expect(serializeFlow(other)).toBe(serializeFlow(document));
  });

  test('it reads from what a thing is to its details, one member a line', () => {
    const lines = serializeFlow(document).split('\n');
    expect(lines[1]).toBe('  "format": "eclusa/flow",');
    const a = lines.indexOf('    "a": {');
    expect(lines.slice(a, a + 4).map((line) => line.trim())).toEqual([
      '"a": {',
      '"type": "source.http",',
      '"version": 1,',
      '"config": {}',
    ]);
    expect(parseFlow(serializeFlow(document)).edges).toEqual([edge('a.failed>b'), edge('a>b'), edge('b>a')]);
  });

  test('it comes back as the same flow', () => {
    const { edges, ...rest } = parseFlow(serializeFlow(document));
    expect({ ...rest, edges: [...edges].sort() }).toEqual({
      ...document,
      edges: expect.arrayContaining(document.edges),
    });
    expect(parseFlow(`\uFEFF${serializeFlow(document)}`).name).toBe('Test');
  });

  test.each([
    ['{', 'flow.file-not-json'],
    ['null', 'flow.file-not-a-flow'],
    ['[]', 'flow.file-not-a-flow'],
    ['{"format":"eclusa/flow","formatVersion":2}', 'flow.file-too-new'],
    ['{"format":"other"}', 'flow.file-not-a-flow'],
    ['['.repeat(50_000), 'flow.file-not-json'],
    ['['.repeat(5_000) + ']'.repeat(5_000), 'flow.file-too-deep'],
    [' '.repeat(5_000_001), 'flow.file-too-big'],
  ])('%.40s is refused', (text, code) => expect(() => parseFlow(text)).toThrow(code));

  test('a member named __proto__ does not get to a prototype', () => {
    const text = serializeFlow(document).replace('"z": 1', '"__proto__": {"bad": true}');
    const config = parseFlow(text).nodes['b']?.config ?? {};
    expect(Object.getPrototypeOf(config)).toBe(Object.prototype);
    expect('bad' in config).toBe(false);
  });
});

describe('migration', () => {
  const migrators = new Map([
    [
      'transform.filter',
      { version: 3, migrate: [(c: object) => ({ ...c, two: 2 }), (c: object) => ({ ...c, three: 3 })] },
    ],
  ]);

  test('runs every step from the saved version on', () => {
    const after = migrateFlow(document, migrators);
    expect(after.nodes['b']).toMatchObject({ version: 3, config: { z: 1, two: 2, three: 3 } });
    expect(after.nodes['a']).toBe(document.nodes['a']);
    expect(document.nodes['b']?.version).toBe(1);
  });

  test('leaves a flow that is up to date, newer or unknown as the very same object', () => {
    const current = migrateFlow(document, migrators);
    expect(migrateFlow(current, migrators)).toBe(current);
    expect(migrateFlow(document, new Map())).toBe(document);
    expect(migrateFlow(current, new Map([['transform.filter', { version: 2 }]]))).toBe(current);
  });

  test('names the box whose step is missing or fails', () => {
    expect(() => migrateFlow(document, new Map([['transform.filter', { version: 2 }]]))).toThrow(
      expect.objectContaining({
        code: 'flow.migration-failed',
        values: expect.objectContaining({ id: 'b' }),
      }),
    );
    const broken = {
      version: 2,
      migrate: [
        () => {
          throw new Error('no');
        },
      ],
    };
    expect(() => migrateFlow(document, new Map([['transform.filter', broken]]))).toThrow(
      'flow.migration-failed',
    );
  });
});

describe('the published schema', () => {
  test('is draft 2020-12 and describes its parts', () => {
    const schema = flowJsonSchema();
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    const properties = schema['properties'] as Record<string, { title?: string; description?: string }>;
    for (const part of ['slots', 'parameters', 'nodes', 'edges', 'layout', 'name']) {
      expect(properties[part]?.title).toBeTruthy();
      expect(properties[part]?.description).toBeTruthy();
    }
  });

  test('accepts what Eclusa saves and refuses what it would refuse', () => {
    const published = z.fromJSONSchema(flowJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
    const accepts = (value: unknown) => published.safeParse(value).success;
    expect(accepts(JSON.parse(serializeFlow(document)))).toBe(true);
    expect(accepts({ ...document, extra: 1 })).toBe(false);
    expect(accepts({ ...document, name: '' })).toBe(false);
    expect(accepts({ ...document, nodes: { a: { type: 'x', version: 0, config: {} } } })).toBe(false);
    expect(accepts({ ...document, nodes: { 'a b': { type: 'x', version: 1, config: {} } } })).toBe(false);
  });
});

import type { Json } from '@eclusa/flow';
import { readAll, sorted, type ContextOptions } from '../harness.testing';
import { isReading } from '../graphql/ask';
import { startGraphql, type GraphqlServer } from '../graphql/server.testing';
import graphql from './graphql.node';

let server: GraphqlServer;
beforeEach(async () => {
  const codes = ['A', 'B', 'C', 'D', 'E'];
  server = await startGraphql(codes.map((code, at) => ({ code, name: code, changed: `2026-11-0${at + 1}` })));
});
afterEach(() => server.close());

const page = 'pageInfo { hasNextPage endCursor } totalCount';
const products = (what: string) =>
  `query ($first: Int, $after: String, $since: String) { products(first: $first, after: $after, since: $since) { ${what} ${page} } }`;
const read = (config: Record<string, Json>, more: ContextOptions = {}) =>
  readAll(graphql, {
    config: {
      connection: 'erp',
      query: products('nodes { code changed }'),
      items: 'products',
      size: 2,
      ...config,
    },
    connection: { baseUrl: server.url },
    allow: [server.host],
    ...more,
  });
const codes = async (config: Record<string, Json> = {}, more: ContextOptions = {}) =>
  sorted(await read(config, more)).rows.map((row) => row['code']);

describe('reading from a GraphQL server', () => {
  it.each(['nodes { code }', 'edges { node { code } }'])('follows its cursors through %s', async (what) => {
    expect(await codes({ query: products(what) })).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(server.requests).toHaveLength(3);
  });

  it('goes on after any stored page, and tells the total', async () => {
    const pages = await read({}, { pageSize: 1 });
    expect(pages.map(({ total }) => total)).toEqual([5, 5, 5, 5, 5]);
    for (const [at, { cursor }] of pages.entries()) {
      const stored = JSON.parse(JSON.stringify(cursor)) as Json;
      expect(await read({}, { pageSize: 1, cursor: stored })).toEqual(pages.slice(at + 1));
    }
  });

  it('reads only what is new since the last run', async () => {
    const notes = new Map<string, string>();
    const config = { variables: '{"since": "{last}"}', lastField: 'changed' };
    expect(await codes(config, { notes })).toHaveLength(5);
    expect(await codes(config, { notes })).toEqual([]);
    server.products.push({ code: 'F', name: 'F', changed: '2026-11-05' });
    expect(await codes(config, { notes })).toEqual(['F']);
  });

  it('takes one thing for a list of one', async () => {
    expect(await codes({ query: '{ shop { code } }', items: 'shop', firstName: '', afterName: '' })).toEqual([
      'shop',
    ]);
  });

  it('stops with what the server says, though it answers with status 200', async () => {
    const query = '{ broken { code } }';
    await expect(codes({ query, items: 'broken' })).rejects.toMatchObject({
      code: 'nodes.graphql-refused',
      values: { reason: 'the index is being built (broken)' },
    });
    await expect(codes({ query: '{ nothing }' })).rejects.toMatchObject({
      code: 'nodes.graphql-refused',
      values: { reason: expect.stringContaining('nothing') as string },
    });
  });

  it('waits where the server is too busy, and goes on', async () => {
    server.failWith = 'THROTTLED';
    expect(await codes()).toHaveLength(5);
  });

  it('ends a list that goes in circles, and says what the answer holds when the list is elsewhere', async () => {
    const circle = { query: `{ circle { nodes { code } ${page} } }`, items: 'circle' };
    await expect(codes(circle)).rejects.toMatchObject({ code: 'nodes.paging-loop' });
    await expect(codes({ items: 'product' })).rejects.toMatchObject({
      code: 'nodes.items-missing',
      values: { keys: 'products' },
    });
    await expect(codes({ variables: '[1]' })).rejects.toMatchObject({ code: 'nodes.graphql-variables' });
  });
});

it.each([
  ['{ shop { code } }', true],
  ['# a mutation\nquery Q { shop { mutation } }', true],
  ['mutation ($a: Int) { orderCreate(number: $a) { id } }', false],
  ['fragment F on Order { id } mutation M { orderCreate { ...F } }', false],
  ['subscription { x }', false],
])('knows whether %j only reads', (document, reads) => {
  expect(isReading(document)).toBe(reads);
});

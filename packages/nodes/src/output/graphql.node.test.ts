import { compilePlan, runPage } from '@eclusa/engine';
import { emptyFlow, type Json, type Row } from '@eclusa/flow';
import { startGraphql, type GraphqlServer } from '../graphql/server.testing';
import { hostOf } from '../vtex/store.testing';
import graphql from './graphql.node';

let server: GraphqlServer;
beforeEach(async () => void (server = await startGraphql([])));
afterEach(() => server.close());

async function run(config: Record<string, Json>, rows: Row[], dryRun = false) {
  const flow = emptyFlow('test');
  flow.slots = { erp: { kind: 'http', name: 'ERP' } };
  flow.nodes = { node: { type: graphql.id, version: 1, config: { connection: 'erp', ...config } } };
  const plan = compilePlan(flow, new Map([[graphql.id, graphql]]), { parameters: {} });
  const page = {
    entry: 'node',
    at: { node: 'node', port: 'in', side: 'input' as const },
    rows: rows.map((value, index) => ({ row: index + 1, value })),
  };
  const outcome = await runPage(plan, page, {
    host: hostOf({ erp: { id: 'erp', kind: 'http', values: { baseUrl: server.url } } }),
    effects: { load: async () => [], write: async () => undefined },
    signal: new AbortController().signal,
    dryRun,
    sampleSize: 100,
  });
  const out = outcome.samples.find((one) => one.side === 'out' && one.port === 'out')?.rows ?? [];
  return { rows: out, failed: outcome.failed.map(({ error }) => [error.code, error.values['reason']]) };
}

const create = {
  query: 'mutation ($number: String!, $total: Float!) { orderCreate(number: $number, total: $total) { id } }',
  mapping: [
    { target: 'number', expression: 'number' },
    { target: 'total', expression: '12.5' },
  ],
  saveAs: 'erp',
};

describe('sending rows to a GraphQL server', () => {
  it('fills the variables from the row, and keeps the answer', async () => {
    const { rows } = await run(create, [{ number: '1' }, { number: '2' }]);
    expect(rows.map((row) => row['number'])).toEqual(['1', '2']);
    expect(rows[0]).toMatchObject({ erp: { orderCreate: { id: expect.any(String) as string } } });
    expect(server.orders.sort()).toEqual(['1', '2']);
  });

  it('fails the row whose error came with status 200, and keeps the others', async () => {
    const { rows, failed } = await run(create, [{ number: 'bad' }, { number: '2' }]);
    expect(rows).toHaveLength(1);
    expect(failed).toEqual([['nodes.graphql-refused', 'the customer is blocked (orderCreate)']]);
  });

  it('fails the row where the data itself tells an error', async () => {
    const config = {
      query: 'mutation ($number: String!) { orderAccept(number: $number) { userErrors { message } } }',
      mapping: [{ target: 'number', expression: 'number' }],
      failure: 'orderAccept.userErrors.message',
    };
    const { failed } = await run(config, [{ number: '9' }]);
    expect(failed).toEqual([['nodes.answer-says-failure', 'no order 9']]);
  });

  it('leaves a row in doubt when the answer to a mutation was lost, and sends again where that does no harm', async () => {
    server.loseNextAnswer = true;
    const { failed } = await run(create, [{ number: '1' }]);
    expect(failed.map(([code]) => code)).toEqual(['engine.in-doubt']);
    expect(server.requests).toHaveLength(1);
    server.loseNextAnswer = true;
    const { rows } = await run({ ...create, repeatable: true }, [{ number: '2' }]);
    expect([rows.length, server.requests.length]).toEqual([1, 3]);
  });

  it('asks a query in a dry run too, and sends no mutation', async () => {
    const look = {
      query: 'query ($code: String!) { stock(code: $code) }',
      mapping: [{ target: 'code', expression: 'number' }],
    };
    const { rows } = await run(look, [{ number: 'ABC' }], true);
    expect(rows).toEqual([{ number: 'ABC', answer: { stock: 3 } }]);
    await run(create, [{ number: '1' }], true);
    expect([server.orders.length, server.requests.length]).toEqual([0, 1]);
  });
});

import { compilePlan, runPage, type EffectRecord } from '@eclusa/engine';
import { emptyFlow, type Json, type Row } from '@eclusa/flow';
import { serve, type LocalServer } from '../harness.testing';
import { hostOf } from '../vtex/store.testing';
import httpOutput from './http.node';

/** An ERP that keeps orders by number, may answer badly, and counts what it made. */
let erp: LocalServer;
let orders: Map<string, Json>;
let answer: ((body: Record<string, Json>) => { status: number; body: Json } | 'silence') | undefined;

beforeEach(async () => {
  orders = new Map();
  answer = undefined;
  erp = await serve((request, response) => {
    if (request.method === 'GET') {
      const found = orders.get(decodeURIComponent((request.url ?? '').split('/').at(-1) ?? ''));
      response.statusCode = found === undefined ? 404 : 200;
      return void response.end(JSON.stringify(found ?? null));
    }
    const body = JSON.parse(request.body) as Record<string, Json>;
    const reply = answer?.(body) ?? { status: 201, body: { id: orders.size + 1, ...body } };
    if (reply === 'silence') {
      orders.set(String(body['numero']), body);
      return void response.destroy();
    }
    if (reply.status < 300) orders.set(String(body['numero']), reply.body);
    response.statusCode = reply.status;
    response.end(JSON.stringify(reply.body));
  });
});

afterEach(() => erp.close());

async function run(config: Record<string, Json>, rows: Row[], effects: EffectRecord[] = []) {
  const flow = emptyFlow('test');
  flow.slots = { erp: { kind: 'http', name: 'ERP' } };
  const defaults = { connection: 'erp', method: 'POST', path: '/pedidos', body: '$', saveAs: 'erp' };
  flow.nodes = { node: { type: httpOutput.id, version: 1, config: { ...defaults, ...config } } };
  const plan = compilePlan(flow, new Map([[httpOutput.id, httpOutput]]), { parameters: {} });
  const connection = { id: 'erp', kind: 'http', values: { baseUrl: erp.url } };
  const written: EffectRecord[] = [];
  const outcome = await runPage(
    plan,
    {
      entry: 'node',
      at: { node: 'node', port: 'in', side: 'input' },
      rows: rows.map((value, index) => ({ row: index + 1, value })),
    },
    {
      host: hostOf({ erp: connection }),
      effects: { load: async () => effects, write: async (records) => void written.push(...records) },
      signal: new AbortController().signal,
      dryRun: false,
      sampleSize: 100,
    },
  );
  const rowsOut = outcome.samples.find((one) => one.side === 'out' && one.port === 'out')?.rows ?? [];
  return { rows: rowsOut, failed: outcome.failed, written };
}

const posts = () => erp.requests.filter(({ method }) => method === 'POST').length;

describe('sending rows to an API', () => {
  it('fills the address from the row, sends the content, and keeps the answer', async () => {
    const config = {
      path: '/lojas/{loja}/pedidos',
      body: '{"numero": pedido}',
      query: [{ name: 'canal', value: '"VTEX"' }],
      headers: [{ name: 'X-Pedido', value: 'pedido' }],
    };
    const { rows } = await run(config, [{ pedido: 'A/1', loja: 'São Paulo' }]);
    expect(rows).toEqual([{ pedido: 'A/1', loja: 'São Paulo', erp: { id: 1, numero: 'A/1' } }]);
    const [request] = erp.requests;
    expect(request?.url).toBe('/lojas/S%C3%A3o%20Paulo/pedidos?canal=VTEX');
    expect(request?.headers['x-pedido']).toBe('A/1');
  });

  it('fails the row whose address has an empty place, and sends the others', async () => {
    const { rows, failed } = await run({ path: '/pedidos/{numero}' }, [{ numero: '1' }, { outro: 2 }]);
    expect(rows).toHaveLength(1);
    expect(failed.map(({ error }) => error.code)).toEqual(['nodes.place-empty']);
  });

  it('takes an answer for a failure where the rule says so, with the reason the other system gave', async () => {
    answer = ({ numero }) => ({
      status: 200,
      body: { status: numero === '2' ? 'Erro' : 'OK', motivo: numero === '2' ? 'Cliente sem CPF' : '' },
    });
    const config = { failure: 'status = "Erro" ? motivo : false' };
    const { rows, failed } = await run(config, [{ numero: '1' }, { numero: '2' }]);
    expect(rows).toHaveLength(1);
    expect(failed.map(({ error }) => [error.code, error.values['reason']])).toEqual([
      ['nodes.answer-says-failure', 'Cliente sem CPF'],
    ]);
  });

  it('keeps only the part of the answer that the box names', async () => {
    answer = ({ numero }) => ({ status: 201, body: { data: { id: 7, numero: numero ?? null } } });
    const { rows } = await run({ answerPath: 'data.id' }, [{ numero: '1' }]);
    expect(rows).toEqual([{ numero: '1', erp: 7 }]);
    const missing = await run({ answerPath: 'data.code' }, [{ numero: '1' }]);
    expect(missing.rows).toEqual([{ numero: '1', erp: null }]);
  });

  it('looks for a row whose answer was lost, and does not send it again', async () => {
    answer = () => 'silence';
    const config = { repeat: 'look', lookup: '/pedidos/{numero}' };
    const { rows, failed } = await run(config, [{ numero: '1' }]);
    expect(failed).toEqual([]);
    expect(rows).toEqual([{ numero: '1', erp: { numero: '1' } }]);
    expect(posts()).toBe(1);
  });

  it('looks for a row that was begun before a crash, and sends it when it is not there', async () => {
    const begun: EffectRecord[] = [{ node: 'node', item: '0', state: 'intent' }];
    const { rows } = await run({ repeat: 'look', lookup: '/pedidos/{numero}' }, [{ numero: '1' }], begun);
    expect(rows).toHaveLength(1);
    expect(posts()).toBe(1);
  });

  it('looks before every row where told to, keeps what it finds, and sends only what is missing', async () => {
    orders.set('1', { numero: '1', id: 7 });
    const config = { repeat: 'look', lookup: '/pedidos/{numero}', lookAlways: true };
    const { rows } = await run(config, [{ numero: '1' }, { numero: '2' }, { numero: '2' }]);
    expect(rows.map(({ erp }) => (erp as { id: number }).id)).toEqual([7, 2, 2]);
    expect(posts()).toBe(1);
  });

  it('goes on without an answer at 404 where the box says so, and fails the row where it does not', async () => {
    answer = () => ({ status: 404, body: { erro: 'Pedido não encontrado.' } });
    const { rows } = await run({ whenMissing: 'empty', failure: 'erro' }, [{ numero: '1' }]);
    expect(rows).toEqual([{ numero: '1', erp: null }]);
    const { failed } = await run({}, [{ numero: '1' }]);
    expect(failed.map(({ error }) => error.values['status'])).toEqual([404]);
  });

  it('leaves a row in doubt when nobody knows what a repeat would do', async () => {
    answer = () => 'silence';
    const { failed } = await run({ repeat: 'unknown' }, [{ numero: '1' }]);
    expect(failed.map(({ error }) => error.code)).toEqual(['engine.in-doubt']);
    expect(posts()).toBe(1);
  });

  it('sends again where a repeat does no harm', async () => {
    let times = 0;
    answer = (body) => (++times === 1 ? 'silence' : { status: 200, body });
    const { rows } = await run({ repeat: 'again' }, [{ numero: '1' }]);
    expect(rows).toHaveLength(1);
    expect(posts()).toBe(2);
  });
});

// What every preset promises: it is a valid use of the boxes, asks what its system is known to take, finds the rows in an
// answer of the form that is published, and says that nobody has tried it.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { compilePlan, runPage } from '@eclusa/engine';
import {
  checkFields,
  describeNode,
  flowDocumentSchema,
  isShown,
  locales,
  validateFlow,
  type Json,
} from '@eclusa/flow';
import { readAll, serve, sorted } from '../harness.testing';
import { connectionKinds, nodeTypes } from '../index';
import { hostOf } from '../vtex/store.testing';
import { presetTemplates } from './preset-templates';
import { presets } from './presets';

const catalogue = new Map([...nodeTypes].map(([id, node]) => [id, describeNode(node)]));
const templates = presetTemplates().map((one) => [one.id, one] as const);

test.each(templates)(
  '%s is a flow without a fault, and says in three languages what it does',
  (_id, template) => {
    const problems = validateFlow(flowDocumentSchema.parse(template.document), catalogue);
    // Nobody knows how Bling is asked for an order it may have; the flow says so.
    expect(problems.filter(({ code }) => code !== 'flow.create-unchecked')).toEqual([]);
    for (const text of [template.name, template.intention, template.summary, template.description])
      expect(new Set(locales.map((locale) => text[locale])).size).toBe(locales.length);
    expect(template.name.pt).toContain(template.system);
    expect(template.summary.en).toContain('not yet tried');
  },
);

test.each(presets.map((preset) => [preset.id, preset] as const))(
  'the connection to %s lacks secrets and what only the customer knows, and nothing else',
  (_id, { connection }) => {
    const fields = connectionKinds.get(connection.kind)?.fields ?? {};
    const { values } = connection;
    expect(Object.keys(values).filter((name) => !fields[name] || fields[name].kind === 'secret')).toEqual([]);
    expect(Object.keys(values).filter((name) => !isShown(fields[name]!, fields, values))).toEqual([]);
    const lacking = checkFields(fields, values, { slotKind: () => undefined }).map(({ field }) => field);
    const theirs = ['username', 'refreshToken', 'key', 'clientId', 'signingKey'];
    expect(lacking.filter((name) => !theirs.includes(name))).toEqual([]);
  },
);

interface Exchange {
  /** The first request: method, address, and its body as JSON. */
  asks: [string, string, Json?];
  /** Answers to the first request and those after it. */
  answers: Json[];
  rows: Json[];
}

const product = { id: 1, nome: 'Cafeteira', codigo: 'SKU-1' };

/** Answers in the forms that the systems publish, shortened. */
const exchanges: Record<string, Exchange> = {
  'bling-products': {
    asks: ['GET', '/produtos?pagina=1&limite=100'],
    answers: [{ data: [product] }, { data: [] }],
    rows: [product],
  },
  'bling-orders': {
    asks: ['GET', '/pedidos/vendas?pagina=1&limite=100'],
    answers: [{ data: [{ id: 9, numero: 1 }] }, { data: [] }],
    rows: [{ id: 9, numero: 1 }],
  },
  'tiny-products': {
    asks: ['GET', '/produtos?offset=0&limit=100'],
    answers: [{ itens: [product], paginacao: { limit: 100, offset: 0, total: 1 } }, { itens: [] }],
    rows: [product],
  },
  'omie-products': {
    asks: [
      'POST',
      '/geral/produtos/',
      {
        call: 'ListarProdutos',
        app_key: 'key-1',
        app_secret: 'secret',
        param: [
          {
            pagina: 1,
            registros_por_pagina: 50,
            apenas_importado_api: 'N',
            filtrar_apenas_omiepdv: 'N',
          },
        ],
      },
    ],
    answers: [
      { pagina: 1, total_de_paginas: 1, total_de_registros: 1, produto_servico_cadastro: [{ codigo: 'P1' }] },
    ],
    rows: [{ codigo: 'P1' }],
  },
  'sankhya-products': {
    asks: ['POST', '/gateway/v1/mge/service.sbr?serviceName=CRUDServiceProvider.loadRecords&outputType=json'],
    answers: [
      {
        status: '1',
        responseBody: {
          entities: { total: '1', entity: { f0: { $: '7' }, f1: { $: 'CAFETEIRA' }, f2: { $: 'SKU-1' } } },
        },
      },
      { status: '1', responseBody: { entities: { total: '0' } } },
    ],
    rows: [{ CODPROD: '7', DESCRPROD: 'CAFETEIRA', REFERENCIA: 'SKU-1' }],
  },
  'protheus-products': {
    asks: [
      'GET',
      '/api/framework/v1/genericQuery?tables=SB1&fields=B1_COD%2CB1_DESC%2CB1_UM&where=SB1.D_E_L_E_T_%3D%27+%27&page=1&pagesize=500',
    ],
    answers: [{ items: [{ b1_cod: 'P1' }], hasNext: false }, { items: [] }],
    rows: [{ b1_cod: 'P1' }],
  },
  'odoo-products': {
    asks: ['POST', '/web/dataset/call_kw'],
    answers: [
      {
        jsonrpc: '2.0',
        result: [
          {
            id: 1,
            default_code: false,
            active: false,
            categ_id: [3, 'All'],
            write_date: '2026-01-01 10:00:00',
          },
        ],
      },
      { jsonrpc: '2.0', result: [] },
    ],
    rows: [
      {
        id: 1,
        default_code: null,
        active: false,
        categ_id: { id: 3, name: 'All' },
        write_date: '2026-01-01 10:00:00',
      },
    ],
  },
  'netsuite-items': {
    asks: [
      'POST',
      '/query/v1/suiteql?offset=0&limit=1000',
      { q: 'SELECT id, itemid, displayname FROM item ORDER BY id' },
    ],
    answers: [{ items: [{ id: '1', itemid: 'P1' }], hasMore: false, totalResults: 1 }],
    rows: [{ id: '1', itemid: 'P1' }],
  },
};

describe('reading as a preset does', () => {
  it.each(Object.entries(exchanges))('%s asks as published and finds the rows', async (id, exchange) => {
    const left = [...exchange.answers];
    const server = await serve(
      (_request: IncomingMessage, response: ServerResponse) =>
        void response.end(JSON.stringify(left.shift() ?? {})),
    );
    const [preset] = presets.filter(({ flows, id: system }) =>
      flows.some((flow) => `${system}-${flow.id}` === id),
    );
    const flow = preset?.flows.find((one) => `${preset.id}-${one.id}` === id);
    if (!preset || !flow) throw new Error(`no preset ${id}`);
    const key = preset.connection.values['auth'] === 'apiKey' ? preset.connection.values : {};
    const pages = await readAll(nodeTypes.get(flow.type)!, {
      config: { connection: 'erp', ...flow.config },
      connection: { ...key, ...('auth' in key && { key: 'secret' }), baseUrl: server.url },
      parameters: { appKey: 'key-1' },
      allow: [server.host],
    });
    expect(sorted(pages).rows).toEqual(exchange.rows);
    const [first] = server.requests;
    const [method, url, body] = exchange.asks;
    expect([first?.method, first?.url]).toEqual([method, url]);
    if (body !== undefined) expect(JSON.parse(first?.body ?? '')).toEqual(body);
    expect(left).toEqual([]);
    await server.close();
  });

  it('ends with the reason that the system gives with status 200', async () => {
    const answer = JSON.stringify({ status: '0', statusMessage: 'Não autorizado.' });
    const server = await serve((_request, response) => void response.end(answer));
    const flow = presets.find(({ id }) => id === 'sankhya')?.flows[0];
    const read = readAll(nodeTypes.get('source.http')!, {
      config: { connection: 'erp', ...flow?.config },
      connection: { baseUrl: server.url },
      allow: [server.host],
    });
    await expect(read).rejects.toMatchObject({
      code: 'nodes.answer-says-failure',
      values: { reason: 'Não autorizado.' },
    });
    await server.close();
  });
});

describe('writing as a preset does', () => {
  const written: Record<string, [string, string, Json]> = {
    'bling-order-create': [
      'POST',
      '/pedidos/vendas',
      {
        contato: { id: 123 },
        data: '2026-11-23',
        numeroLoja: '1-01',
        itens: [{ codigo: 'SKU-1', descricao: 'Cafeteira', quantidade: 1, valor: 199.9 }],
      },
    ],
    'tiny-stock-set': ['POST', '/estoque/123', { tipo: 'B', quantidade: 10 }],
  };

  it.each(Object.entries(written))(
    '%s sends its example row as published',
    async (id, [method, url, body]) => {
      const server = await serve((_request, response) => void response.end('{"data": {"id": 1}}'));
      const { document } = presetTemplates().find((one) => one.id === id)!;
      const [preset] = presets.filter((one) => id.startsWith(one.id));
      const row = preset?.flows.find((flow) => `${preset.id}-${flow.id}` === id)?.row;
      const plan = compilePlan(document, nodeTypes, { parameters: {} });
      const erp = { id: 'erp', kind: 'http', values: { baseUrl: server.url } };
      const at = { node: 'erp', port: 'in', side: 'input' as const };
      const outcome = await runPage(
        plan,
        { entry: 'call', at, rows: [{ row: 1, value: row ?? {} }] },
        {
          host: hostOf({ erp }),
          effects: { load: async () => [], write: async () => undefined },
          signal: new AbortController().signal,
          dryRun: false,
          sampleSize: 1,
        },
      );
      expect(outcome.failed).toEqual([]);
      const [sent] = server.requests;
      expect([sent?.method, sent?.url, JSON.parse(sent?.body ?? '')]).toEqual([method, url, body]);
      await server.close();
    },
  );
});

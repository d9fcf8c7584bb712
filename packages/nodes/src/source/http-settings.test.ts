// What real systems do to a reader over HTTP: errors with status 200, values in ways of their own, lists that never end,
// answers of any length, and the same row twice at the edge of what is new.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Json, SourcePage } from '@eclusa/flow';
import { contextOf, readAll, serve, sorted, type ContextOptions, type LocalServer } from '../harness.testing';
import { itWithSamples, sample } from '../samples.testing';
import http from './http.node';
import { exactNumber } from './plain-values';

let server: LocalServer;
let handle: (url: URL, request: IncomingMessage & { body: string }, response: ServerResponse) => void;

beforeAll(async () => {
  server = await serve((request, response) =>
    handle(new URL(request.url ?? '', 'http://x'), request, response),
  );
});
afterAll(() => server.close());
beforeEach(() => void (server.requests.length = 0));

const options = (config: Record<string, Json>, more: ContextOptions = {}): ContextOptions => ({
  config: { connection: 'erp', path: '/list', ...config },
  connection: { baseUrl: server.url },
  allow: [server.host],
  ...more,
});
const read = (config: Record<string, Json>, more: ContextOptions = {}) =>
  readAll(http, options(config, more));
const json = (response: ServerResponse, body: unknown) => void response.end(JSON.stringify(body));

/** What was read before it ended, and the code it ended with. */
async function readUntilFault(config: Record<string, Json>) {
  const pages: SourcePage[] = [];
  if (http.behaviour.kind !== 'source') throw new Error('no source');
  try {
    for await (const page of http.behaviour.read(contextOf(http, options(config)))) pages.push(page);
  } catch (error) {
    return { ids: sorted(pages).rows.map((row) => row['id']), error: error as { code: string } };
  }
  throw new Error('it ended well');
}

describe('a list that does not end', () => {
  it('keeps the rows it has when the same page comes for ever, though its envelope changes', async () => {
    handle = (_url, _request, response) =>
      json(response, { items: [{ id: 1 }, { id: 2 }], at: Math.random() });
    const { ids, error } = await readUntilFault({ items: 'items', paging: 'page' });
    expect([ids, error.code]).toEqual([[1, 2], 'nodes.same-page']);
  });

  it('keeps the rows it has when the cursor goes backwards, those of that page included', async () => {
    const next = new Map([
      ['', '200'],
      ['200', '400'],
      ['400', '300'],
    ]);
    handle = (url, _request, response) => {
      const at = url.searchParams.get('cursor') ?? '';
      json(response, { items: [{ id: Number(at) }], next: next.get(at) });
    };
    const { ids, error } = await readUntilFault({ items: 'items', paging: 'cursor', nextPath: 'next' });
    expect(ids).toEqual([0, 200, 400]);
    expect(error).toMatchObject({ code: 'nodes.paging-backwards', values: { before: '400', cursor: '300' } });
  });
});

describe('the next address in the answer', () => {
  it('may be relative, and stand under a name with dots in it', async () => {
    handle = (url, _request, response) => {
      const skip = Number(url.searchParams.get('$skip') ?? 0);
      const next = skip < 4 ? { 'odata.nextLink': `list?$skip=${skip + 2}` } : {};
      json(response, { value: [{ id: skip + 1 }, { id: skip + 2 }], ...next });
    };
    const config = { items: 'value', paging: 'next', nextPath: 'odata.nextLink' };
    const { rows } = sorted(await read(config, { connection: { baseUrl: `${server.url}/b1s/v1` } }));
    expect(rows.map((row) => row['id'])).toEqual([1, 2, 3, 4, 5, 6]);
    expect(server.requests[1]?.url).toBe('/b1s/v1/list?$skip=2');
  });
});

describe('an error that comes with status 200', () => {
  it('ends the reading with the reason the other system gives', async () => {
    handle = (_url, _request, response) =>
      json(response, { jsonrpc: '2.0', error: { code: 200, data: { message: 'Access Denied' } } });
    await expect(read({ items: 'result', failure: 'error.data.message' })).rejects.toMatchObject({
      code: 'nodes.answer-says-failure',
      values: { reason: 'Access Denied' },
    });
  });
});

describe('values in the ways of an ERP', () => {
  const recorded = (name: string) => sample(`erp-recorded/${name}.json`).toString();

  itWithSamples(
    'of a recorded answer of Odoo: false for nothing, and references as id and name',
    async () => {
      handle = (_url, _request, response) =>
        void response.end(recorded('odoo14-product.template-search_read'));
      const odoo = { items: 'result', emptyFalse: true, yesNoFields: 'active', references: 'both' };
      const { rows } = sorted(await read(odoo));
      expect(rows.find(({ id }) => id === 3)).toMatchObject({
        default_code: null,
        active: true,
        categ_id: { id: 5, name: 'All / Saleable / Services' },
        product_variant_ids: [3],
      });
      expect(sorted(await read({ ...odoo, references: 'id' })).rows[0]).toMatchObject({ categ_id: 3 });
      expect(sorted(await read({ items: 'result' })).rows[2]).toMatchObject({ default_code: false });
    },
  );

  it('of Tryton: decimals and dates as objects with their type', async () => {
    const row = {
      price: { __class__: 'Decimal', decimal: '12.50' },
      exact: { __class__: 'Decimal', decimal: '12345678901234567.89' },
      changed: { __class__: 'datetime', year: 2026, month: 1, day: 2, hour: 3, minute: 4, second: 5 },
      day: { __class__: 'date', year: 2026, month: 11, day: 23 },
      lines: [{ quantity: { __class__: 'Decimal', decimal: '1' } }],
      other: { __class__: 'Unknown', a: 1 },
    };
    handle = (_url, _request, response) => json(response, { result: [row] });
    expect(sorted(await read({ items: 'result', typedValues: true })).rows).toEqual([
      {
        price: 12.5,
        exact: '12345678901234567.89',
        changed: '2026-01-02T03:04:05',
        day: '2026-11-23',
        lines: [{ quantity: 1 }],
        other: { __class__: 'Unknown', a: 1 },
      },
    ]);
  });

  it.each([
    ['0012.50', 12.5],
    ['-1e3', -1000],
    ['0.1234567890123456', '0.1234567890123456'],
    ['1,5', '1,5'],
    ['', ''],
  ])('takes the decimal %j for %j, so that no digit is lost', (text, value) => {
    expect(exactNumber(text)).toBe(value);
  });

  it('takes one thing for a list of one', async () => {
    handle = (_url, _request, response) => json(response, { produtos: { produto: { id: 1 } } });
    expect(sorted(await read({ items: 'produtos.produto' })).rows).toEqual([{ id: 1 }]);
  });
});

describe('only what is new', () => {
  const table = [
    { id: 1, write_date: '2026-01-01 10:00:00' },
    { id: 2, write_date: '2026-01-01 11:00:00' },
    { id: 3, write_date: '2026-01-01 11:00:00' },
  ];
  const config = {
    lastField: 'write_date',
    query: [{ name: 'since', value: '{last}' }],
    paging: 'page',
    size: 2,
    sizeParam: 'limit',
  };
  const answer = (url: URL, response: ServerResponse) => {
    const since = url.searchParams.get('since') ?? '';
    const page = Number(url.searchParams.get('page'));
    // Not “later than”: the row that was read last comes again, as from a system that compares whole seconds.
    json(response, table.filter((row) => row.write_date >= since).slice((page - 1) * 2, page * 2));
  };
  const ids = async (notes: Map<string, string>, more: Record<string, Json> = {}) =>
    sorted(await read({ ...config, ...more }, { notes })).rows.map((row) => row['id']);

  it('asks from the highest value that was read, and leaves out rows of that value that come again', async () => {
    handle = (url, _request, response) => answer(url, response);
    const notes = new Map<string, string>();
    expect(await ids(notes)).toEqual([1, 2, 3]);
    expect(server.requests[0]?.url).not.toContain('since');
    expect(await ids(notes)).toEqual([]);
    table.push({ id: 4, write_date: '2026-01-01 11:00:00' }, { id: 5, write_date: '2026-01-02 00:00:00' });
    expect(await ids(notes)).toEqual([4, 5]);
    expect(server.requests.at(-1)?.url).toContain('since=2026-01-01+11');
    expect(await ids(notes)).toEqual([]);
    expect(server.requests.at(-1)?.url).toContain('since=2026-01-02+00');
  });

  it('begins where the box says, and remembers nothing when the reading fails before its end', async () => {
    handle = (url, _request, response) =>
      url.searchParams.get('page') === '2' ? void response.writeHead(404).end() : answer(url, response);
    const notes = new Map<string, string>();
    await expect(ids(notes, { lastStart: '2026-01-01 10:30:00' })).rejects.toMatchObject({
      code: 'nodes.http-status',
    });
    expect(server.requests[0]?.url).toContain('since=2026-01-01+10');
    expect(notes.size).toBe(0);
  });

  it('asks the same after a crash, and remembers once the rest is stored', async () => {
    handle = (url, _request, response) => answer(url, response);
    const notes = new Map<string, string>();
    const pages = await read(config, { notes: new Map() });
    const cursor = JSON.parse(JSON.stringify(pages[0]?.cursor)) as Json;
    const rest = await read(config, { notes, cursor });
    expect(rest).toEqual(pages.slice(1));
    const noted = JSON.parse(notes.get('last') ?? '{}') as { value: string };
    expect(noted.value).toBe('2026-01-02 00:00:00');
    const again = new Map<string, string>();
    expect(await read(config, { notes: again, cursor: pages.at(-1)?.cursor ?? null })).toEqual([]);
    expect(again).toEqual(notes);
  });
});

describe('an answer of any length', () => {
  const rows = 60_000;
  const entry = (n: number) => JSON.stringify({ id: n, text: 'x'.repeat(400) });
  async function sendAll(response: ServerResponse, open: string, between: string, close: string) {
    response.write(open);
    for (let n = 0; n < rows; n++) {
      const more = response.write((n > 0 ? between : '') + entry(n));
      if (!more) await new Promise((resolve) => response.once('drain', resolve));
    }
    response.end(close);
  }

  it.each([
    ['list', 'data.rows', '{"ok": true, "data": {"total": 2, "rows": [', ',', ']}}'],
    ['lines', '', '', '\n', '\n'],
  ])('is read as it comes, with few rows in memory: %s', async (shape, items, open, between, close) => {
    handle = (_url, _request, response) => void sendAll(response, open, between, close);
    if (http.behaviour.kind !== 'source') throw new Error('no source');
    const context = contextOf(http, options({ shape, items }));
    let seen = 0;
    let most = 0;
    for await (const page of http.behaviour.read(context)) {
      seen += page.records.length;
      most = Math.max(most, page.records.length);
    }
    expect([seen, most]).toEqual([rows, 500]);
  });

  it('goes on after any page', async () => {
    handle = (_url, _request, response) => void response.end(`[${[1, 2, 3, 4, 5].map(entry).join(',')}]`);
    const pages = await read({ shape: 'list' }, { pageSize: 2 });
    expect(sorted(pages).rows.map((row) => row['id'])).toEqual([1, 2, 3, 4, 5]);
    for (const [at, page] of pages.entries())
      expect(await read({ shape: 'list' }, { pageSize: 2, cursor: page.cursor })).toEqual(
        pages.slice(at + 1),
      );
  });

  it('keeps what came before it was cut off', async () => {
    handle = (_url, _request, response) => void response.end(`${entry(1)}\n${entry(2)}\n{"id": 3, "te`);
    const { rows: good, refused } = sorted(await read({ shape: 'lines' }));
    expect([good.length, refused.map(({ error }) => error.code)]).toEqual([2, ['nodes.json-record-broken']]);
  });
});

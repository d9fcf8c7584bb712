// Lists that are asked of the system a box is connected to.
import { emptyFlow, type FlowDocument, type Json } from '@eclusa/flow';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Browser, startApi, type TestApi } from '../api.testing';

const metadata = `<?xml version="1.0"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="b1" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="Item"><Key><PropertyRef Name="ItemCode"/></Key><Property Name="ItemCode" Type="Edm.String"/><Property Name="UnitPrice" Type="Edm.Decimal"/></EntityType>
<EntityContainer Name="c"><EntitySet Name="Items" EntityType="b1.Item"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;

let api: TestApi;
let ana: Browser;
let erp: Server;
let flowId: string;
let answered = 0;
let isSilent = false;

beforeAll(async () => {
  erp = createServer((_request, response) => {
    answered++;
    if (!isSilent) response.end(metadata);
  });
  await new Promise<void>((resolve) => erp.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(erp.address() as AddressInfo).port}`;
  api = await startApi({ ECLUSA_ALLOW_PRIVATE_HOSTS: new URL(url).host });
  ana = await api.person('Ana');
  flowId = await boundTo(url);
});
afterAll(async () => {
  await api.close();
  erp.closeAllConnections();
  erp.close();
});

function flowWith(type: string, config: Record<string, Json> = {}): FlowDocument {
  const flow = emptyFlow('F');
  flow.slots['erp'] = { kind: 'http', name: 'ERP' };
  flow.nodes['box'] = { type, version: 1, config: { connection: 'erp', ...config } };
  flow.nodes['unfinished'] = { type: 'transform.map', version: 1, config: {} };
  flow.parameters['branch'] = { type: 'text', name: 'Branch', required: true };
  flow.layout.nodes = { box: { x: 0, y: 0 }, unfinished: { x: 0, y: 0 } };
  return flow;
}

async function boundTo(baseUrl: string): Promise<string> {
  const made = async (path: string, body: unknown) => (await ana.post<{ id: string }>(path, body)).body.id;
  const connection = { kind: 'http', name: 'ERP', settings: { baseUrl, auth: 'none' } };
  const slots = { erp: await made('/connections', connection) };
  const id = await made('/flows', { name: 'F', document: flowWith('source.odata') });
  await ana.put(`/flows/${id}/binding`, { slots, parameters: {} });
  return id;
}

interface Asked {
  items: { value: string; note?: string; type?: string }[];
  more: boolean;
  code: string;
}

const ask = (list: string, document: FlowDocument, who = ana, body: object = {}) =>
  who.post<Asked>(`/flows/${flowId}/boxes/box/choices`, { document, list, ...body });

test('the entity sets of a service are listed while the rest of the flow is unfinished', async () => {
  const { status, body } = await ask('odata.entity-sets', flowWith('source.odata'));
  expect([status, body]).toEqual([200, { items: [{ value: 'Items', note: 'Item' }], more: false }]);
});

test('a box that writes lists the fields of its entity set, and sends nothing but the question', async () => {
  const { body } = await ask('odata.fields', flowWith('output.odata', { entity: 'Items' }));
  expect(body.items).toEqual([
    { value: 'ItemCode', note: 'String', type: 'text', isKey: true },
    { value: 'UnitPrice', note: 'Decimal', type: 'number' },
  ]);
});

test('a list that the box has no field for is refused', async () => {
  const { status, body } = await ask('sql.tables', flowWith('source.odata'));
  expect([status, body.code]).toEqual([422, 'api.choices-unknown']);
  expect((await ask('odata.rows', flowWith('output.odata'))).body.code).toBe('api.choices-unknown');
});

test('a flow of another workspace is not there, and nobody is asked', async () => {
  const stranger = await api.person('Bruno');
  const before = answered;
  expect((await ask('odata.entity-sets', flowWith('source.odata'), stranger)).status).toBe(404);
  expect(answered).toBe(before);
});

test('an address within the network is refused as it is for boxes', async () => {
  const inside = await boundTo('http://127.0.0.1:9');
  const path = `/flows/${inside}/boxes/box/choices`;
  const { body } = await ana.post<Asked>(path, {
    document: flowWith('source.odata'),
    list: 'odata.entity-sets',
  });
  expect(body.code).toBe('nodes.address-refused');
});

test('what the system says goes to the person', async () => {
  const { status, body } = await ask('odata.fields', flowWith('source.odata', { entity: 'Itens' }));
  expect([status, body.code]).toEqual([422, 'nodes.odata-set-unknown']);
});

test('a system that stays silent is given up when the person leaves', async () => {
  isSilent = true;
  const leaving = new AbortController();
  const left = new Promise((resolve) => {
    erp.once('request', (request) => {
      request.socket.once('close', resolve);
      leaving.abort();
    });
  });
  const waiting = fetch(`${api.url}/api/v1/flows/${flowId}/boxes/box/choices`, {
    method: 'POST',
    headers: { cookie: ana.cookie, 'x-eclusa-csrf': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ document: flowWith('source.odata'), list: 'odata.entity-sets', fresh: true }),
    signal: leaving.signal,
  });
  await expect(waiting).rejects.toThrow();
  await left;
});

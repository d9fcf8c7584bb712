// An OData service over HTTP for tests, by the standards of version 2 and 4: metadata, a part of the query language, pages,
// changes, keys, tags of versions (ETag) and, where asked for, the token against forged requests.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Json, JsonObject } from '@eclusa/flow';
import { serve, type LocalServer } from '../harness.testing';
import { answerBatch, type BatchOptions } from './batch-service.testing';

export interface OdataOptions extends BatchOptions {
  version: 2 | 4;
  /** Rows of a page; all of them when not given. */
  pageSize?: number;
  /** Writes need a token. */
  csrf?: boolean;
  products?: JsonObject[];
}

export interface TestService extends LocalServer {
  products: Map<number, JsonObject>;
  orders: Map<number, JsonObject>;
  /** Entities that are gone, for the changes of version 4. */
  removed: number[];
  /** Changes the version of a product as somebody else would. */
  touch(id: number): void;
  /** Does the next write and drops its answer. */
  loseNextAnswer: boolean;
  /** Forgets all changes, as a service does after days. */
  forget(): void;
}

const metadata = (version: 2 | 4) => {
  const date = version === 2 ? 'Edm.DateTime' : 'Edm.DateTimeOffset';
  const [edmx, edm] =
    version === 2
      ? ['http://schemas.microsoft.com/ado/2007/06/edmx', 'http://schemas.microsoft.com/ado/2008/09/edm']
      : ['http://docs.oasis-open.org/odata/ns/edmx', 'http://docs.oasis-open.org/odata/ns/edm'];
  const link =
    version === 2
      ? '<NavigationProperty Name="Category" Relationship="shop.ProductCategory" FromRole="p" ToRole="c"/>'
      : '<NavigationProperty Name="Category" Type="shop.Category"/>';
  const association =
    version === 2
      ? '<Association Name="ProductCategory"><End Role="p" Type="shop.Product" Multiplicity="*"/><End Role="c" Type="shop.Category" Multiplicity="1"/></Association>'
      : '';
  const service =
    version === 2
      ? ' m:DataServiceVersion="2.0" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"'
      : '';
  return `<?xml version="1.0"?><edmx:Edmx Version="${version === 2 ? '1.0' : '4.0'}" xmlns:edmx="${edmx}"><edmx:DataServices${service}>
<Schema Namespace="shop" xmlns="${edm}">
<EntityType Name="Product"><Key><PropertyRef Name="ID"/></Key><Property Name="ID" Type="Edm.Int32"/><Property Name="Name" Type="Edm.String"/><Property Name="Price" Type="Edm.Decimal"/><Property Name="Changed" Type="${date}"/>${link}</EntityType>
<EntityType Name="Category"><Key><PropertyRef Name="ID"/></Key><Property Name="ID" Type="Edm.Int32"/><Property Name="Margin" Type="Edm.Decimal"/></EntityType>
<EntityType Name="Order"><Key><PropertyRef Name="ID"/></Key><Property Name="ID" Type="Edm.Int32"/><Property Name="Number" Type="Edm.String"/><Property Name="Total" Type="Edm.Decimal"/><Property Name="Date" Type="${date}"/></EntityType>
<EntityType Name="Line"><Key><PropertyRef Name="Order"/><PropertyRef Name="Code"/></Key><Property Name="Order" Type="Edm.Int64"/><Property Name="Code" Type="Edm.String"/></EntityType>
${association}<EntityContainer Name="c"><EntitySet Name="Products" EntityType="shop.Product"/><EntitySet Name="Orders" EntityType="shop.Order"/><EntitySet Name="Lines" EntityType="shop.Line"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;
};

const decimal = new Set(['Price', 'Margin', 'Total']);
const moment = new Set(['Changed', 'Date']);

/** Starts it on a free port of 127.0.0.1. Its root is `url`. */
export async function startOdata(options: OdataOptions): Promise<TestService> {
  const service = new Service(options);
  const server = await serve((request, response) => service.answer(request, response));
  return Object.assign(service, {
    url: `${server.url}/odata`,
    host: server.host,
    requests: server.requests,
    close: () => server.close(),
  });
}

type Request = Pick<IncomingMessage, 'method' | 'url' | 'headers'> & { body: string };

class Service {
  readonly products = new Map<number, JsonObject>();
  readonly orders = new Map<number, JsonObject>();
  readonly removed: number[] = [];
  loseNextAnswer = false;
  private isInBatch = false;
  private readonly versions = new Map<string, number>();
  private oldest = 0;
  private clock = 0;
  private readonly changedAt = new Map<number, number>();

  constructor(private readonly options: OdataOptions) {
    for (const product of options.products ?? []) this.products.set(Number(product['ID']), product);
  }

  touch(id: number): void {
    this.bump('Products', id);
  }

  forget(): void {
    this.oldest = ++this.clock;
  }

  answer(request: Request, response: ServerResponse): void {
    const url = new URL(request.url ?? '', 'http://x');
    const path = decodeURIComponent(url.pathname.replace(/^\/odata\/?/, ''));
    if (path === '$metadata') return void response.end(metadata(this.options.version));
    if (request.headers['x-csrf-token'] === 'fetch') {
      response.setHeader('x-csrf-token', 't1');
      response.setHeader('set-cookie', 'SAP_SESSION=s1; path=/; HttpOnly');
    }
    if (path === '') return this.send(response, 200, { d: { EntitySets: [] } });
    if (path === '$batch') return this.batch(request, response);
    const [, set = '', key] = /^(\w+)(?:\((.*)\))?$/.exec(path) ?? [];
    const rows = set === 'Products' ? this.products : set === 'Orders' ? this.orders : undefined;
    if (!rows) return this.fail(response, 404, `There is no ${set}`);
    if (request.method !== 'GET') return this.write(request, response, { set, key, rows });
    if (key !== undefined) return this.one(response, set, rows.get(Number(key)));
    return this.list(url, response, [...rows.values()], set);
  }

  private list(url: URL, response: ServerResponse, all: JsonObject[], set: string): void {
    const option = (name: string) => url.searchParams.get(name) ?? '';
    const delta = url.searchParams.get('$deltatoken');
    if (delta !== null && Number(delta) < this.oldest) return this.fail(response, 410, 'Too old');
    const wanted = delta === null ? all : all.filter((row) => this.isLater(row, Number(delta)));
    const found = ordered(wanted.filter(condition(option('$filter'))), option('$orderby'));
    const skip = Number(option('$skip') || option('$skiptoken') || 0);
    const size = Math.min(Number(option('$top') || Infinity), this.options.pageSize ?? Infinity);
    const expand = option('$expand').split(',').includes('Category');
    const select = option('$select');
    const page = found.slice(skip, skip + size).map((row) => this.entity(row, set, select, expand));
    const isMore = this.options.pageSize !== undefined && skip + size < found.length && !option('$top');
    const next = new URL(url);
    next.searchParams.set('$skiptoken', String(skip + size));
    const link = `${set}${next.search}`;
    if (this.options.version === 2)
      return this.send(response, 200, { d: { results: page, ...(isMore && { __next: link }) } });
    const gone =
      delta === null
        ? []
        : this.removed.map((id) => ({ '@removed': { reason: 'deleted' }, '@id': `${set}(${id})` }));
    const end = { '@odata.deltaLink': `${set}?$deltatoken=${++this.clock}` };
    const value = isMore ? page : [...page, ...gone];
    this.send(response, 200, {
      '@odata.context': '$metadata',
      value,
      ...(isMore ? { '@odata.nextLink': link } : end),
    });
  }

  private isLater(row: JsonObject, token: number): boolean {
    return (this.changedAt.get(Number(row['ID'])) ?? 0) >= token;
  }

  private entity(row: JsonObject, set: string, select = '', expand = true): JsonObject {
    const names = select === '' ? Object.keys(row) : select.split(',').map((name) => name.trim());
    const old = this.options.version === 2;
    const value = (name: string): Json => {
      const found = row[name] ?? null;
      if (name === 'Category' && !expand) return { __deferred: { uri: 'x' } };
      if (name === 'Category' && found !== null) return this.entity(found as JsonObject, 'Categories');
      if (old && decimal.has(name)) return String(found as number);
      return old && moment.has(name) && found !== null
        ? `/Date(${Date.parse(`${found as string}Z`)})/`
        : found;
    };
    const shown = names.filter((name) => old || name !== 'Category' || expand);
    const etag = this.etag(set, Number(row['ID']));
    const note: JsonObject = old ? { __metadata: { uri: 'x', type: set, etag } } : { '@odata.etag': etag };
    return { ...note, ...Object.fromEntries(shown.map((name) => [name, value(name)])) };
  }

  private one(response: ServerResponse, set: string, row: JsonObject | undefined): void {
    if (!row) return this.fail(response, 404, 'Not found');
    const entity = this.entity(row, set);
    response.setHeader('etag', this.etag(set, Number(row['ID'])));
    this.send(response, 200, this.options.version === 2 ? { d: entity } : entity);
  }

  private write(
    request: Request,
    response: ServerResponse,
    { set, key, rows }: { set: string; key: string | undefined; rows: Map<number, JsonObject> },
  ): void {
    if (!this.isInBatch && this.isForged(request)) return this.refuseForged(response);
    if (request.method === 'POST') {
      const body = this.read(request.body);
      if (body['Number'] === 'bad') return this.fail(response, 400, 'The customer is blocked');
      const id = Number(body['ID'] ?? rows.size + 1);
      rows.set(id, { ID: id, ...body });
      this.bump(set, id);
      if (this.lost(response)) return;
      const entity = this.entity(rows.get(id) ?? {}, set);
      return this.send(response, 201, this.options.version === 2 ? { d: entity } : entity);
    }
    const id = Number(key);
    const row = rows.get(id);
    if (!row) return this.fail(response, 404, 'Not found');
    const tag = request.headers['if-match'];
    if (tag === undefined) return this.fail(response, 428, 'If-Match is needed');
    if (tag !== '*' && tag !== this.etag(set, id)) return this.fail(response, 412, 'Changed meanwhile');
    if (request.method === 'DELETE') {
      rows.delete(id);
      if (set === 'Products') this.removed.push(id);
    } else if (request.method === (this.options.version === 2 ? 'MERGE' : 'PATCH')) {
      rows.set(id, { ...row, ...this.read(request.body) });
    } else return this.fail(response, 405, 'Method not allowed');
    this.bump(set, id);
    if (!this.lost(response)) response.writeHead(204).end();
  }

  private isForged({ headers }: Request): boolean {
    const isSigned = headers['x-csrf-token'] === 't1' && headers.cookie === 'SAP_SESSION=s1';
    return this.options.csrf === true && !isSigned;
  }

  private refuseForged(response: ServerResponse): void {
    response.setHeader('x-csrf-token', 'Required');
    this.fail(response, 403, 'CSRF token validation failed');
  }

  /** Its calls are signed by the request they come in. */
  private batch(request: Request, response: ServerResponse): void {
    if (this.isForged(request)) return this.refuseForged(response);
    this.isInBatch = true;
    answerBatch(request, response, (call, answer) => this.answer(call, answer), this.options);
    this.isInBatch = false;
  }

  private lost(response: ServerResponse): boolean {
    if (!this.loseNextAnswer) return false;
    this.loseNextAnswer = false;
    response.destroy();
    return true;
  }

  /** As a service stores it; a value in the form of the other version is refused by a crash of the test. */
  private read(text: string): JsonObject {
    const body = JSON.parse(text) as JsonObject;
    if (this.options.version === 4) return body;
    const members = Object.entries(body).map(([name, value]): [string, Json] => {
      if (decimal.has(name)) {
        if (typeof value !== 'string') throw new Error(`${name} must be a text`);
        return [name, Number(value)];
      }
      const ms = moment.has(name) ? /^\/Date\((\d+)\)\/$/.exec(String(value))?.[1] : undefined;
      return [name, ms === undefined ? value : new Date(Number(ms)).toISOString().slice(0, 19)];
    });
    return Object.fromEntries(members);
  }

  private bump(set: string, id: number): void {
    this.versions.set(`${set} ${id}`, (this.versions.get(`${set} ${id}`) ?? 1) + 1);
    if (set === 'Products') this.changedAt.set(id, this.clock);
  }

  private etag(set: string, id: number): string {
    return `W/"${this.versions.get(`${set} ${id}`) ?? 1}"`;
  }

  private fail(response: ServerResponse, status: number, message: string): void {
    const error =
      this.options.version === 2
        ? { code: 'x', message: { lang: 'en', value: message } }
        : { code: 'x', message };
    this.send(response, status, { error });
  }

  private send(response: ServerResponse, status: number, body: Json): void {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }
}

function ordered(rows: JsonObject[], order: string): JsonObject[] {
  const [name = '', way] = order.split(' ');
  if (name === '') return rows;
  const sign = way === 'desc' ? -1 : 1;
  return rows.sort((a, b) => sign * (Number(a[name]) - Number(b[name])));
}

/** `Field op literal`, joined by `and`, brackets around each allowed. */
function condition(filter: string): (row: JsonObject) => boolean {
  if (filter === '') return () => true;
  const parts = filter.split(' and ').map((part) => {
    const found = /^\(?(\w+) (eq|gt|ge) (?:datetime)?('?)(.*?)\3(M|L)?\)?$/.exec(part);
    if (!found) throw new Error(`a filter this service does not know: ${part}`);
    const [, name = '', op, quote, text = ''] = found;
    const isText = quote !== '' || /\d-\d/.test(text);
    const value = isText ? text.replaceAll("''", "'") : Number(text);
    return (row: JsonObject) => {
      const held = isText ? String(row[name] as string) : Number(row[name]);
      return op === 'eq' ? held === value : op === 'gt' ? held > value : held >= value;
    };
  });
  return (row) => parts.every((part) => part(row));
}

// Reads an entity set of an OData service: pages by the service's own links, or by $skip; all, later ones, or what changed.
import { createHash } from 'node:crypto';
import { isJsonObject, UserError, type Json, type SourceContext, type SourcePage } from '@eclusa/flow';
import type { NameValue } from '../connections/http-request';
import { fillPlaces } from '../source/http-places';
import { LastValue, type LastConfig, type LastState } from '../source/last-value';
import type { OdataType } from './metadata';
import { OdataService, type OdataAnswer } from './service';
import { literal, plainRow } from './values';

export interface OdataSourceConfig extends LastConfig, Record<string, Json | undefined> {
  entity?: string;
  select?: string;
  filter?: string;
  expand?: string;
  orderby?: string;
  changes?: 'all' | 'last' | 'delta';
  pages?: 'server' | 'skip';
  size?: number;
  timeoutSeconds?: number;
  maxMegabytes?: number;
  maxPages?: number;
}

type Context = SourceContext<OdataSourceConfig>;

/** `at`: address to go on with; null for the first. `stored`: rows of that page that are stored. `read`: rows before it. */
interface Position {
  at: string | null;
  stored: number;
  read: number;
  pages: number;
}
type Cursor = { last?: LastState; delta?: string } & ({ done: true } | ({ done: false } & Position));

const NOTE = 'delta';

/** The pages of the set from the context's cursor on. */
export async function* readOdata(context: Context): AsyncIterable<SourcePage> {
  const { config } = context;
  const start = context.cursor as Cursor | null;
  const isLast = config.changes === 'last';
  const last = await LastValue.open(isLast ? context : withoutLast(context), start?.last);
  let delta = start?.delta;
  if (!start?.done) {
    const reader = await Reader.open(context, isLast ? last.since : undefined);
    let position: Position | null = start ?? (await reader.first());
    while (position) {
      const here: Position = position;
      const page = await reader.page(here);
      const after: Position | null = page.next;
      delta = page.delta ?? delta;
      for (let from = here.stored; from < page.rows.length; from += context.pageSize) {
        const end = from + context.pageSize;
        const records = page.rows
          .slice(from, end)
          .filter((row) => !isLast || last.isNew(row))
          .map((value) => ({ value }));
        const at = end < page.rows.length ? { ...here, stored: end } : after;
        const cursor = {
          ...(at ? { done: false, ...at } : { done: true }),
          ...(isLast && { last: last.state }),
          ...(delta !== undefined && { delta }),
        };
        const total = page.total === undefined ? {} : { total: page.total };
        if (records.length > 0) yield { records, cursor: cursor as Json, ...total };
      }
      position = after;
    }
  }
  if (isLast) await last.remember();
  if (config.changes === 'delta' && delta !== undefined) {
    await context.notes.keep({ [NOTE]: JSON.stringify({ link: delta, of: printOf(config) }) });
  }
}

function withoutLast({ notes }: Context): { config: LastConfig; notes: Context['notes'] } {
  return { config: {}, notes };
}

/** A link belongs to what was asked for; another question begins anew. */
function printOf({ entity, select, filter, expand }: OdataSourceConfig): string {
  return createHash('sha1')
    .update(JSON.stringify([entity, select, filter, expand]))
    .digest('base64');
}

interface Page {
  rows: ReturnType<typeof plainRow>[];
  next: Position | null;
  delta: string | undefined;
  total: number | undefined;
}

class Reader {
  private readonly seen = new Set<string>();

  private constructor(
    private readonly context: Context,
    private readonly service: OdataService,
    private readonly type: OdataType,
    private readonly query: NameValue[],
  ) {}

  static async open(context: Context, since: string | undefined): Promise<Reader> {
    const { config } = context;
    const connection = await context.connection('connection');
    const service = await context.retry(() =>
      OdataService.open(connection, {
        fetch: context.fetch,
        limiter: context.limiter,
        signal: context.signal,
        now: () => context.now(),
        ...(config.timeoutSeconds !== undefined && { timeoutSeconds: config.timeoutSeconds }),
        ...(config.maxMegabytes !== undefined && { maxMegabytes: config.maxMegabytes }),
      }),
    );
    const type = service.typeOf((config.entity ?? '').trim());
    return new Reader(context, service, type, queryOf(context, service, type, since));
  }

  /** Where a run begins: at what a run before noted of changes, where there is such a note. */
  async first(): Promise<Position> {
    const begin = { stored: 0, read: 0, pages: 0 };
    if (this.context.config.changes !== 'delta') return { at: null, ...begin };
    const noted = (await this.context.notes.load([NOTE])).get(NOTE);
    if (noted === undefined) return { at: null, ...begin };
    const { link, of } = JSON.parse(noted) as { link: string; of: string };
    return { at: of === printOf(this.context.config) ? link : null, ...begin };
  }

  async page(position: Position): Promise<Page> {
    this.check(position);
    const answer = await this.context.retry(() => this.ask(position));
    const { rows, next, delta, total } = contentOf(answer.body);
    const address = (link: string) => this.addressOf(link, answer.url);
    const plain = rows.map((one) => plainRow(one, this.type, this.service.metadata));
    return {
      rows: plain,
      total,
      delta: delta === undefined ? undefined : address(delta),
      next: this.following(position, rows.length, next === undefined ? undefined : address(next)),
    };
  }

  private following(position: Position, rows: number, next: string | undefined): Position | null {
    const { read, pages } = position;
    const after = { stored: 0, read: read + rows, pages: pages + 1 };
    if (this.context.config.pages === 'skip') return rows > 0 ? { at: null, ...after } : null;
    return next === undefined ? null : { at: next, ...after };
  }

  private check({ at, read, pages }: Position): void {
    const limit = this.context.config.maxPages ?? 10_000;
    if (pages >= limit) throw new UserError('nodes.too-many-pages', { values: { limit } });
    const place = at ?? String(read);
    if (this.seen.has(place)) {
      throw new UserError('nodes.paging-loop', { values: { cursor: place, page: pages + 1 } });
    }
    this.seen.add(place);
  }

  private async ask(position: Position): Promise<OdataAnswer> {
    const { config } = this.context;
    const size = config.size ?? 500;
    const prefer = [
      `odata.maxpagesize=${size}`,
      ...(config.changes === 'delta' ? ['odata.track-changes'] : []),
    ].join(', ');
    const headers: Record<string, string> = this.service.version === 2 ? {} : { prefer };
    const first = { method: 'GET', path: (config.entity ?? '').trim(), query: this.skipped(position) };
    if (position.at === null) return this.service.ask({ ...first, headers });
    const answer = await this.service.call({ method: 'GET', path: position.at, headers });
    // The service remembers changes no longer: everything is read once more, and a new link comes with it.
    if (answer.status === 410 && config.changes === 'delta' && position.pages === 0) {
      return this.service.ask({ ...first, headers });
    }
    if (answer.status >= 400) throw this.service.faultOf(answer);
    return answer;
  }

  private skipped({ read }: Position): NameValue[] {
    const { pages, size = 500 } = this.context.config;
    if (pages !== 'skip') return this.query;
    const skip = [
      { name: '$top', value: String(size) },
      { name: '$skip', value: String(read) },
    ];
    return [...this.query, ...skip];
  }

  /** Links may be relative to the address that was asked. Credentials stay with the connection's host. */
  private addressOf(link: string, from: URL): string {
    const url = URL.canParse(link, from.href) ? new URL(link, from) : undefined;
    if (url?.origin === from.origin) return url.href;
    throw new UserError('nodes.next-leaves-connection', { values: { address: link, origin: from.origin } });
  }
}

function queryOf(
  { config, parameters }: Context,
  service: OdataService,
  type: OdataType,
  since: string | undefined,
): NameValue[] {
  const values = { ...parameters, ...(since !== undefined && { last: since }) };
  const given = (config.filter ?? '').trim();
  // In a first run there is no last value to compare with.
  const own = since === undefined && given.includes('{last}') ? '' : fillPlaces(given, values);
  const field = (config.lastField ?? '').trim();
  const needsLast = since !== undefined && field !== '' && !given.includes('{last}');
  const later = needsLast ? `${field} ge ${literal(since, type.fields.get(field), service.version)}` : '';
  const filter = [own, later].filter((one) => one !== '');
  const query = [
    ['$format', service.version === 2 ? 'json' : ''],
    ['$select', config.select],
    ['$filter', filter.length > 1 ? filter.map((one) => `(${one})`).join(' and ') : filter[0]],
    ['$expand', config.expand],
    ['$orderby', config.orderby],
  ] as const;
  return query.flatMap(([name, value]) => (value?.trim() ? [{ name, value: value.trim() }] : []));
}

/** The list and its links, as version 2, 3 or 4 puts them. One entity is a list of one. */
function contentOf(body: Json) {
  const whole = isJsonObject(body) && 'd' in body ? (body['d'] ?? null) : body;
  const object = isJsonObject(whole) ? whole : {};
  const list = Array.isArray(whole) ? whole : (object['results'] ?? object['value']);
  const rows = Array.isArray(list) ? list : isJsonObject(whole) ? [whole] : [];
  const text = (...names: string[]) =>
    names.map((name) => object[name]).find((value) => typeof value === 'string') as string | undefined;
  const count = object['@odata.count'] ?? object['@count'] ?? object['odata.count'] ?? object['__count'];
  return {
    rows: rows.filter(isJsonObject),
    next: text('@odata.nextLink', '@nextLink', 'odata.nextLink', '__next'),
    delta: text('@odata.deltaLink', '@deltaLink', '__delta'),
    total: count === undefined ? undefined : Number(count),
  };
}

// Writes single entities of an OData service: creates, changes, creates or changes, deletes. Fetches the token against
// forged requests when the service asks for one, and sends the version tag (ETag) that it gave.
import {
  UserError,
  type ActionCall,
  type Json,
  type MappingLine,
  type NodeContext,
  type PreparedAction,
  type Row,
} from '@eclusa/flow';
import { fillPlaces } from '../source/http-places';
import { rowFiller } from '../transform/mapped-row';
import { OdataBatch } from './batch';
import type { OdataType } from './metadata';
import { OdataService, type OdataAnswer, type OdataCall } from './service';
import { bodyOf, keyOf, plainRow } from './values';

export interface OdataOutputConfig extends Record<string, Json> {
  entity: string;
  operation: 'create' | 'update' | 'upsert' | 'delete';
  mapping: MappingLine[];
  lookup: string;
  saveAs: string;
  batch: number;
  timeoutSeconds: number;
}

type Context = NodeContext<OdataOutputConfig>;

interface Found {
  row: Row;
  etag: string | undefined;
}

/** The action of the box's settings. Throws UserError for an entity set that the service does not have. */
export async function prepareOdata(context: Context): Promise<PreparedAction> {
  const writer = await Writer.open(context);
  const { operation = 'create' } = context.config;
  const kept = (row: Row, answer: Json) => {
    const name = (context.config.saveAs ?? 'answer').trim();
    return [{ value: name === '' ? row : { ...row, [name]: answer } }];
  };
  return {
    async run(row, { existing, signal }) {
      if (existing) return kept(row, existing['found'] ?? null);
      return kept(row, await writer[operation](row, signal));
    },
    // With nothing to find it by, a row whose answer was lost waits for a person.
    ...((operation !== 'create' || writer.canFind) && {
      async findExisting(row: Row, { signal }: ActionCall) {
        // A change, or a deletion, that is made twice leaves what it left the first time.
        if (operation !== 'create' || context.dryRun) return null;
        const found = await writer.find(row, signal);
        return found ? { found: found.row } : null;
      },
    }),
  };
}

class Writer {
  private forged: Promise<Record<string, string>> | undefined;
  private readonly fill: ReturnType<typeof rowFiller>;
  private readonly batch: OdataBatch | undefined;

  private constructor(
    private readonly context: Context,
    private readonly service: OdataService,
    private readonly type: OdataType,
  ) {
    this.fill = rowFiller(context.config.mapping ?? [], context.parameters);
    const most = context.config.batch ?? 1;
    if (most > 1) this.batch = new OdataBatch(service, most, (call) => this.signed(call));
  }

  static async open(context: Context): Promise<Writer> {
    const { config } = context;
    const service = await OdataService.open(await context.connection('connection'), {
      fetch: context.fetch,
      limiter: context.limiter,
      signal: context.signal,
      now: () => context.now(),
      timeoutSeconds: config.timeoutSeconds ?? 60,
    });
    const type = service.typeOf((config.entity ?? '').trim());
    const unknown = (config.mapping ?? [])
      .map(({ target }) => target.split('.')[0] ?? '')
      .find((name) => !type.isOpen && !type.fields.has(name));
    if (unknown !== undefined) {
      const known = [...type.fields.keys()].join(', ').slice(0, 600);
      throw new UserError('nodes.odata-field-unknown', { values: { field: unknown, known } });
    }
    return new Writer(context, service, type);
  }

  /** What was created can be found again: by the filter of the settings, or by a key that rows bring along. */
  get canFind(): boolean {
    const targets = (this.context.config.mapping ?? []).map(({ target }) => target);
    const lookup = (this.context.config.lookup ?? '').trim();
    return lookup !== '' || this.type.key.every((name) => targets.includes(name));
  }

  async create(row: Row, signal: AbortSignal): Promise<Json> {
    const { entity } = this;
    const answer = await this.write({ method: 'POST', path: entity, body: await this.body(row), signal });
    return this.answered(answer);
  }

  async update(row: Row, signal: AbortSignal): Promise<Json> {
    const { path, body } = await this.addressed(row);
    return this.answered(await this.change(path, body, undefined, signal));
  }

  /** Nobody else may create the same between the look and the call. */
  async upsert(row: Row, signal: AbortSignal): Promise<Json> {
    const { path, body } = await this.addressed(row);
    const key = `odata ${this.context.config['connection'] as string} ${path}`;
    return this.context.lock(key, async () => {
      const found = await this.at(path, signal);
      if (!found) return this.create(row, signal);
      return this.answered(await this.change(path, body, found.etag, signal));
    });
  }

  async delete(row: Row, signal: AbortSignal): Promise<Json> {
    const { path } = await this.addressed(row);
    const headers = { 'if-match': '*' };
    const answer = await this.try({ method: 'DELETE', path, headers, signal });
    // What is there no longer has been deleted.
    if (answer.status !== 404 && answer.status >= 400) throw this.service.faultOf(answer);
    return null;
  }

  /** What was created of the row: by its key where the row has it, else by the filter of the settings. */
  async find(row: Row, signal: AbortSignal): Promise<Found | null> {
    const lookup = (this.context.config.lookup ?? '').trim();
    if (lookup === '') return this.at((await this.addressed(row)).path, signal);
    const escape = (text: string) => text.replaceAll("'", "''");
    const filter = fillPlaces(lookup, { ...row, ...this.context.parameters }, escape);
    const query = [
      { name: '$filter', value: filter },
      { name: '$top', value: '1' },
    ];
    const { body } = await this.service.ask({ method: 'GET', path: this.entity, query, signal });
    const whole = (body as { d?: Json } | null)?.d ?? body;
    const { results, value } = (whole ?? {}) as { results?: Json[]; value?: Json[] };
    const [first] = Array.isArray(whole) ? whole : (results ?? value ?? []);
    return first === undefined ? null : this.foundOf(first, undefined);
  }

  private get entity(): string {
    return (this.context.config.entity ?? '').trim();
  }

  private async body(row: Row): Promise<Row> {
    return bodyOf(await this.fill(row, {}), this.type, this.service.metadata);
  }

  private async addressed(row: Row): Promise<{ path: string; body: Row }> {
    const values = await this.fill(row, {});
    const path = this.entity + keyOf(values, this.type, this.service.version);
    const rest = Object.fromEntries(Object.entries(values).filter(([name]) => !this.type.key.includes(name)));
    return { path, body: bodyOf(rest, this.type, this.service.metadata) };
  }

  private async at(path: string, signal: AbortSignal): Promise<Found | null> {
    const answer = await this.send({ method: 'GET', path, signal }, (call) => this.service.call(call));
    if (answer.status === 404) return null;
    if (answer.status >= 400) throw this.service.faultOf(answer);
    return this.foundOf(answer.body, answer.headers.get('etag') ?? undefined);
  }

  private foundOf(body: Json, header: string | undefined): Found {
    const entity = ((body as { d?: Json } | null)?.d ?? body) as Row;
    const metadata = entity['__metadata'] as Row | undefined;
    const etag = header ?? metadata?.['etag'] ?? entity['@odata.etag'] ?? entity['odata.etag'];
    const row = plainRow(entity, this.type, this.service.metadata);
    return { row, etag: typeof etag === 'string' ? etag : undefined };
  }

  /** Members that are not named stay as they are. Somebody else's change meanwhile is no reason to fail: ours are few. */
  private async change(
    path: string,
    body: Row,
    etag: string | undefined,
    signal: AbortSignal,
  ): Promise<OdataAnswer> {
    const method = this.service.version === 2 ? 'MERGE' : 'PATCH';
    const send = (tag: string) =>
      this.try({ method, path, body, headers: { 'if-match': tag, prefer: 'return=representation' }, signal });
    const answer = await send(etag ?? '*');
    if (answer.status !== 412) return this.checked(answer);
    const now = await this.at(path, signal);
    return this.checked(now ? await send(now.etag ?? '*') : answer);
  }

  private checked(answer: OdataAnswer): OdataAnswer {
    if (answer.status >= 400) throw this.service.faultOf(answer);
    return answer;
  }

  private async write(call: OdataCall & { signal: AbortSignal }): Promise<OdataAnswer> {
    return this.checked(await this.try(call));
  }

  private try(call: OdataCall & { signal: AbortSignal }): Promise<OdataAnswer> {
    return this.send(call, (alone) => this.signed(alone));
  }

  /**
   * With others where the settings say so. A dry run, and one that may only do what it showed, look at each call, so that
   * calls go alone there.
   */
  private send(call: OdataCall, alone: (call: OdataCall) => Promise<OdataAnswer>): Promise<OdataAnswer> {
    const isWatched = this.context.dryRun || this.context.telling !== undefined;
    if (!this.batch || isWatched) return alone(call);
    // The signal is that of the page; the request goes on for the others.
    const { signal: _own, ...rest } = call;
    return this.batch.call(rest);
  }

  private async signed(call: OdataCall): Promise<OdataAnswer> {
    const send = async () =>
      this.service.call({ ...call, headers: { ...call.headers, ...(await this.forged) } });
    const answer = await send();
    const wants = answer.headers.get('x-csrf-token')?.toLowerCase() === 'required';
    if (answer.status !== 403 || !wants) return answer;
    // Nothing was done: the service refused the call before it looked at it.
    this.forged = this.service.csrf(call.signal ?? this.context.signal);
    this.forged.catch(() => (this.forged = undefined));
    return send();
  }

  private answered({ status, body }: OdataAnswer): Json {
    if (status === 204 || body === null) return null;
    return this.foundOf(body, undefined).row;
  }
}

// Declares a box that writes few rows by calls of their own and many in files, as data. Needs all rows to decide; then each
// row leaves with what became of it, or by `failed` with VTEX's reason.
import {
  defineNode,
  RemoteError,
  rowOut,
  UserError,
  type ActionCall,
  type BarrierContext,
  type Fields,
  type Json,
  type JsonObject,
  type MappingLine,
  type NodeArea,
  type NodeContext,
  type NodeExample,
  type NodeType,
  type Port,
  type PreparedAction,
  type Row,
  type RowResult,
  type Text,
} from '@eclusa/flow';
import { urgencyOf } from '@eclusa/vtex';
import { collectBulk, type Route } from './bulk-collect';
import { defaultMinutes, routeFields } from './bulk-fields';
import { csvText, type BulkService } from './bulk-file';
import type { BulkLine, BulkNote, LostEnd } from './bulk-part';
import { compileMapping, type Mapping, type Values } from './mapping';
import { rethrow } from './remote';
import { openStore, parseRequest, type Store } from './store';
import type { Targets } from './targets';
import { connectionField, mappingField, saved, saveAsField, type Job } from './vtex-action';

export interface BulkConfig extends Record<string, Json> {
  connection: string;
  mapping: MappingLine[];
  route: Route;
  threshold: number;
  mostMinutes: number;
  saveAs: string;
}

export interface BulkWork {
  service: BulkService;
  /** The row's line in a file. */
  line(values: Values): BulkLine | Promise<BulkLine>;
  /** The row by a call of its own: must do what its line does. Answers what is saved in the row. */
  single(values: Values, job: Job): Promise<JsonObject>;
  /** What is saved in a row that went in a file: the same members as `single` answers. */
  done(values: Values): JsonObject;
}

export interface VtexBulk {
  id: string;
  version: number;
  name: Text;
  help: Text;
  keywords: readonly string[];
  area: NodeArea;
  /** The request of a single call. */
  request: string;
  /** What else it calls, the requests of the file included. */
  also: readonly string[];
  targets: Targets;
  options?: Fields;
  /** Rows up to which single calls are made when nobody says otherwise. */
  threshold: number;
  saveAs: string;
  example: NodeExample;
  prepare(context: NodeContext<BulkConfig>): BulkWork;
}

const loads: Port = {
  id: 'loads',
  type: 'row',
  name: { en: 'How it went', es: 'Cómo se envió', pt: 'Como foi enviado' },
};

/** The box. Its port `loads` gives one row a run: the route taken and the files sent. */
export function vtexBulk(bulk: VtexBulk): NodeType {
  const { targets, saveAs } = bulk;
  return defineNode<BulkConfig>({
    id: bulk.id,
    version: bulk.version,
    name: bulk.name,
    help: bulk.help,
    keywords: ['vtex', ...bulk.keywords],
    group: 'vtex',
    area: bulk.area,
    requests: [bulk.request, ...bulk.also],
    outputs: [rowOut, loads],
    fields: {
      connection: connectionField,
      ...bulk.options,
      mapping: mappingField(targets),
      ...routeFields(bulk.threshold),
      saveAs: saveAsField(saveAs),
    },
    behaviour: {
      kind: 'barrier',
      collect: (inputs, context) => collect(bulk, inputs['in'], context),
      each: {
        effect: 'idempotent',
        urgency: () => urgencyOf(parseRequest(bulk.request).path),
        prepare: (context) => eachRow(bulk, context),
      },
    },
    example: bulk.example,
  });
}

async function* collect(
  bulk: VtexBulk,
  pages: AsyncIterable<Row[]> | undefined,
  context: BarrierContext<BulkConfig>,
) {
  if (!pages) return;
  const { config, parameters, dryRun, signal } = context;
  const { line, service } = bulk.prepare(context);
  const mapping = compileMapping(config.mapping ?? [], { targets: bulk.targets, parameters, dryRun });
  const open = await openStore(context as NodeContext).catch(rethrow);
  const load = {
    route: config.route ?? 'auto',
    threshold: config.threshold ?? bulk.threshold,
    lineOf: async (row: Row) => line(await mapping.read(row)),
  };
  const mostWait = (config.mostMinutes ?? defaultMinutes) * 60_000;
  yield* collectBulk(pages, load, {
    context: context as unknown as BarrierContext,
    store: open(signal),
    service,
    mostWait,
  });
}

async function eachRow(bulk: VtexBulk, context: NodeContext<BulkConfig>): Promise<PreparedAction> {
  const { config, parameters, dryRun } = context;
  const mapping = compileMapping(config.mapping ?? [], { targets: bulk.targets, parameters, dryRun });
  const open = await openStore(context as NodeContext).catch(rethrow);
  const tools: EachTools = { work: bulk.prepare(context), mapping, context, open };
  const saveAs = config.saveAs ?? bulk.saveAs;
  return {
    async run(row, call): Promise<RowResult> {
      const note = call.note as unknown as BulkNote | undefined;
      if (note && 'isSummary' in note) return [{ port: 'loads', value: row }];
      return saved(row, saveAs, await outcome(row, note, call, tools));
    },
  };
}

interface EachTools {
  work: BulkWork;
  mapping: Mapping;
  context: NodeContext<BulkConfig>;
  open(signal: AbortSignal): Store;
}

async function outcome(
  row: Row,
  note: BulkNote | undefined,
  call: ActionCall,
  tools: EachTools,
): Promise<Json> {
  const { work, mapping, open } = tools;
  const values = await mapping.read(row);
  const store = open(call.signal);
  if (!note) return { ...(await work.single(values, { store })), route: 'single' };
  if ('text' in note) await showLine(note, store, tools);
  if ('lost' in note) throw lostError(note);
  if ('message' in note) {
    const { file, line, code, message } = note;
    const told = code === '' ? { message } : { message, vtexCode: code };
    throw new RemoteError('vtex.bulk-refused', { values: { file, line, ...told }, retryable: false });
  }
  if ('replaced' in note) return { ...work.done(values), change: 'replaced', route: 'file' };
  const place: JsonObject = 'file' in note ? { file: note.file, line: note.line } : {};
  return { ...work.done(values), change: 'set', route: 'file', ...place };
}

const lostCodes: Record<LostEnd, string> = {
  failed: 'vtex.bulk-failed',
  late: 'vtex.bulk-late',
  unclear: 'vtex.bulk-unclear',
};

function lostError({ file, lost, status }: Extract<BulkNote, { lost: LostEnd }>): RemoteError {
  return new RemoteError(lostCodes[lost], { values: { file, status }, retryable: false });
}

/** A dry run: the request for a place once, and each line as it would stand in the file. */
async function showLine(
  { text, bytes }: Extract<BulkNote, { text: string }>,
  store: Store,
  { work, context }: EachTools,
): Promise<void> {
  const { service } = work;
  if (bytes !== undefined) await service.start(store, bytes).catch((error: unknown) => expectNoPlace(error));
  const body = csvText([service.columns]) + text;
  await context.fetch(unknownPlace, { method: 'PUT', headers: { 'Content-Type': 'text/csv' }, body });
}

/** Stands for the address that VTEX signs for a real file. */
const unknownPlace = 'https://address-given-by-vtex.invalid/file.csv';

// Nothing was sent, so no place was given either.
function expectNoPlace(error: unknown): void {
  if (!(error instanceof UserError) || error.code !== 'vtex.bulk-no-address') throw error;
}

// Declares an action on a VTEX store as data: request, targets, effect. Adds the fields all of them share.
// An operation where VTEX is odd brings its own `prepare`; no option is added here for the sake of one.
import {
  defineNode,
  type ActionCall,
  type Effect,
  type Field,
  type Fields,
  type Json,
  type JsonObject,
  type MappingLine,
  type MappingTarget,
  type NodeArea,
  type NodeContext,
  type NodeExample,
  type NodeType,
  type PreparedAction,
  type Row,
  type RowResult,
  type Text,
} from '@eclusa/flow';
import { urgencyOf } from '@eclusa/vtex';
import { compileMapping, type Mapping, type Values } from './mapping';
import { rethrow } from './remote';
import { openStore, parseRequest, type Store } from './store';
import type { Targets } from './targets';

/** What every VTEX action's config holds. */
export interface VtexConfig extends Record<string, Json> {
  connection: string;
  mapping: MappingLine[];
  saveAs: string;
}

/** The work on one row: a store whose calls end with the row's signal, and what an earlier attempt made. */
export interface Job {
  store: Store;
  existing?: JsonObject;
}

export interface Work {
  /** Does it and answers what is saved in the row. */
  run(values: Values, job: Job): Promise<Json>;
  /** For `create`: what an earlier, unanswered attempt made. */
  findExisting?(values: Values, job: Job): Promise<JsonObject | null>;
  /** Rows with the same key make one call together. Throws what `run` would throw for these values. */
  shareKey?(values: Values): string;
}

export interface VtexAction {
  id: string;
  version: number;
  name: Text;
  help: Text;
  keywords: readonly string[];
  area: NodeArea;
  /** Method and path as the VTEX reference prints them: the one that decides limit and urgency. */
  request: string;
  /** What `prepare` calls besides. */
  also?: readonly string[];
  effect: Effect;
  concurrency?: number;
  path?: Targets;
  query?: Targets;
  body?: Targets;
  /** The body as VTEX wants it, where that is not the object of the mapped values: an array of one, a level deeper. */
  shape?(body: JsonObject): Json;
  /** More settings of the form. */
  options?: Fields;
  /** The field of the row that takes the answer unless the person names another. */
  saveAs: string;
  example: NodeExample;
  prepare?(context: NodeContext<VtexConfig>): Work;
}

/** A VTEX action as a node. Without `prepare` it sends its request with the mapped values and saves the answer. */
export function vtexAction(action: VtexAction): NodeType {
  const targets: Targets = { ...action.path, ...action.query, ...action.body };
  return defineNode<VtexConfig>({
    id: action.id,
    version: action.version,
    name: action.name,
    help: action.help,
    keywords: ['vtex', ...action.keywords],
    group: 'vtex',
    area: action.area,
    requests: [action.request, ...(action.also ?? [])],
    fields: {
      connection: connectionField,
      ...(Object.keys(targets).length > 0 && { mapping: mappingField(targets) }),
      ...action.options,
      saveAs: saveAsField(action.saveAs),
    },
    behaviour: {
      kind: 'action',
      effect: action.effect,
      ...(action.concurrency !== undefined && { concurrency: action.concurrency }),
      urgency: () => urgencyOf(parseRequest(action.request).path),
      async prepare(context) {
        const { config, parameters, dryRun } = context;
        const mapping = compileMapping(config.mapping ?? [], { targets, parameters, dryRun });
        const work = action.prepare?.(context) ?? plainWork(action);
        const store = await openStore(context as NodeContext).catch(rethrow);
        return preparedAction(work, { mapping, store, saveAs: config.saveAs ?? action.saveAs });
      },
    },
    example: action.example,
  });
}

interface Tools {
  mapping: Mapping;
  store(signal: AbortSignal): Store;
  saveAs: string;
}

function preparedAction(work: Work, { mapping, store, saveAs }: Tools): PreparedAction {
  // Grouping and running read the same row: its expressions need to be evaluated once only.
  const known = new WeakMap<Row, Values | Promise<Values>>();
  const read = (row: Row) => {
    const values = known.get(row) ?? mapping.read(row);
    known.set(row, values);
    return values;
  };
  const job = (call: ActionCall): Job => ({
    store: store(call.signal),
    ...(call.existing && { existing: call.existing }),
  });
  const { findExisting, shareKey } = work;
  return {
    async run(row, call) {
      return saved(row, saveAs, await work.run(await read(row), job(call)));
    },
    ...(findExisting && {
      findExisting: async (row: Row, call: ActionCall) => findExisting(await read(row), job(call)),
    }),
    ...(shareKey && {
      shareKey(row: Row) {
        const values = read(row);
        return values instanceof Promise ? undefined : shareKey(values);
      },
      mergeShared: (row: Row, leader: RowResult) => saved(row, saveAs, leader[0]?.value[saveAs] ?? null),
    }),
  };
}

function plainWork({ request, path = {}, query = {}, body = {}, shape }: VtexAction): Work {
  const pick = (targets: Targets, values: Values) =>
    Object.fromEntries(Object.entries(values).filter(([id]) => Object.hasOwn(targets, id)));
  const sent = (values: Values) => (shape ? shape(pick(body, values)) : pick(body, values));
  const hasBody = Object.keys(body).length > 0;
  return {
    run: (values, { store }) =>
      store.send(request, {
        params: pick(path, values) as Record<string, string | number>,
        query: pick(query, values) as Record<string, string | number | boolean>,
        ...(hasBody && { body: sent(values) }),
      }),
  };
}

/** The row with `answer` under `name`; the row itself when no name is given. */
export function saved(row: Row, name: string, answer: Json): RowResult {
  return [{ value: name.trim() === '' ? row : { ...row, [name.trim()]: answer } }];
}

export const connectionField: Field = {
  kind: 'connection',
  accepts: ['vtex'],
  required: true,
  name: { en: 'VTEX store', es: 'Tienda VTEX', pt: 'Loja VTEX' },
  help: {
    en: 'The connection that holds the account and its keys, such as “Shop, test account”. Each store may use another.',
    es: 'La conexión que guarda la cuenta y sus claves, como «Tienda, cuenta de prueba». Cada tienda puede usar otra.',
    pt: 'A conexão que guarda a conta e as chaves, como “Loja, conta de teste”. Cada loja pode usar outra.',
  },
};

/** Where the values of `targets` come from in a row. */
export function mappingField(targets: Targets): Field {
  const list = Object.entries(targets).map(([id, target]): MappingTarget => ({ id, ...target }));
  return {
    kind: 'mapping',
    targets: list,
    required: true,
    name: { en: 'Values', es: 'Valores', pt: 'Valores' },
    help: {
      en: 'Where each value of VTEX comes from in your row. What has no line, or gives nothing, is not sent; when VTEX already has a value there, it stays. Spaces at the ends of texts are taken off.',
      es: 'De dónde sale, en su fila, cada valor de VTEX. Lo que no tiene línea, o no da nada, no se envía; si VTEX ya tiene un valor, se conserva. Se quitan los espacios en los extremos de los textos.',
      pt: 'De onde vem, na sua linha, cada valor da VTEX. O que não tem linha, ou não dá nada, não é enviado; se a VTEX já tem um valor ali, ele fica. Espaços nas pontas dos textos são retirados.',
    },
  };
}

export function saveAsField(name: string): Field {
  return {
    kind: 'text',
    default: name,
    maxLength: 64,
    advanced: true,
    name: { en: 'Keep the answer in', es: 'Guardar la respuesta en', pt: 'Guardar a resposta em' },
    help: {
      en: 'The field of the row that takes what VTEX answered, for the boxes that follow. Empty: not kept.',
      es: 'El campo de la fila que recibe lo que respondió VTEX, para las cajas siguientes. Vacío: no se guarda.',
      pt: 'O campo da linha que recebe o que a VTEX respondeu, para as caixas seguintes. Vazio: não é guardado.',
    },
  };
}

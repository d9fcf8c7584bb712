// Declares a box for documents of any entity of Master Data: the person names entity, schema and the fields to send.
import {
  defineNode,
  UserError,
  type ActionCall,
  type Effect,
  type Field,
  type Fields,
  type Json,
  type JsonObject,
  type MappingLine,
  type NodeContext,
  type NodeExample,
  type NodeType,
  type PreparedAction,
  type Row,
  type Text,
} from '@eclusa/flow';
import { evaluator, type Evaluate } from '../transform/evaluation';
import type { Values } from '../vtex/mapping';
import { rethrow } from '../vtex/remote';
import { openStore } from '../vtex/store';
import { connectionField, saveAsField, saved } from '../vtex/vtex-action';
import { bareId, type Place } from './documents';
import { entityField, schemaField } from './document-fields';

export interface DocumentConfig extends Record<string, Json> {
  connection: string;
  entity: string;
  schema: string;
  documentId: string;
  mapping: MappingLine[];
  saveAs: string;
}

/** What a row gives: the id, where the box asks for one, and the fields of the document. */
export interface Given {
  id: string;
  values: Values;
}

export type DocumentJob = Place & { existing?: JsonObject };

export interface DocumentWork {
  run(given: Given, job: DocumentJob): Promise<Json>;
  findExisting?(given: Given, job: DocumentJob): Promise<JsonObject | null>;
}

export interface DocumentAction {
  id: string;
  name: Text;
  help: Text;
  keywords: readonly string[];
  request: string;
  also?: readonly string[];
  effect: Effect;
  /** What of the row it takes: the id of a document, its fields, or both. */
  takes: 'id' | 'fields' | 'both';
  options?: Fields;
  saveAs: string;
  example: NodeExample;
  prepare(context: NodeContext<DocumentConfig>): DocumentWork;
}

const idField: Field = {
  kind: 'expression',
  required: true,
  placeholder: 'document.id',
  name: { en: 'Document id', es: 'Id del documento', pt: 'Id do documento' },
  help: {
    en: 'The id VTEX gave the document, with or without the entity before it (CL-…).',
    es: 'El id que VTEX dio al documento, con o sin la entidad adelante (CL-…).',
    pt: 'O id que a VTEX deu ao documento, com ou sem a entidade na frente (CL-…).',
  },
};

const mappingField: Field = {
  kind: 'mapping',
  required: true,
  name: { en: 'Fields of the document', es: 'Campos del documento', pt: 'Campos do documento' },
  help: {
    en: 'On the left the field’s name in Master Data, on the right where its value comes from. What gives nothing is not sent.',
    es: 'A la izquierda el nombre del campo en Master Data, a la derecha de dónde sale su valor. Lo que no da nada no se envía.',
    pt: 'À esquerda o nome do campo no Master Data, à direita de onde vem o valor. O que não dá nada não é enviado.',
  },
};

/** A box of the group VTEX for documents. */
export function documentAction(action: DocumentAction): NodeType {
  const { takes } = action;
  return defineNode<DocumentConfig>({
    id: action.id,
    version: 1,
    name: action.name,
    help: action.help,
    keywords: ['vtex', 'master data', 'dataentities', ...action.keywords],
    group: 'vtex',
    area: 'customers',
    requests: [action.request, ...(action.also ?? [])],
    fields: {
      connection: connectionField,
      entity: entityField,
      schema: schemaField,
      ...(takes !== 'fields' && { documentId: idField }),
      ...(takes !== 'id' && { mapping: mappingField }),
      ...action.options,
      saveAs: saveAsField(action.saveAs),
    },
    behaviour: {
      kind: 'action',
      effect: action.effect,
      prepare: (context) => preparedAction(action, context),
    },
    example: action.example,
  });
}

async function preparedAction(
  action: DocumentAction,
  context: NodeContext<DocumentConfig>,
): Promise<PreparedAction> {
  const { config } = context;
  const entity = config.entity.trim();
  const read = reader(action, context, entity);
  const work = action.prepare(context);
  const open = await openStore(context as unknown as NodeContext).catch(rethrow);
  const schema = (config.schema ?? '').trim();
  const job = (call: ActionCall): DocumentJob => ({
    store: open(call.signal),
    entity,
    ...(schema !== '' && { schema }),
    ...(call.existing && { existing: call.existing }),
  });
  const { findExisting } = work;
  return {
    async run(row, call) {
      return saved(row, config.saveAs ?? action.saveAs, await work.run(await read(row), job(call)));
    },
    ...(findExisting && {
      findExisting: async (row: Row, call: ActionCall) => findExisting(await read(row), job(call)),
    }),
  };
}

function reader(
  { takes }: DocumentAction,
  { config, parameters }: NodeContext<DocumentConfig>,
  entity: string,
): (row: Row) => Promise<Given> {
  const lines = takes === 'id' ? [] : (config.mapping ?? []);
  const compiled = lines
    .filter(({ target, expression }) => target.trim() !== '' && expression.trim() !== '')
    .map(({ target, expression }): [string, Evaluate] => [
      target.trim(),
      evaluator(expression, target, parameters),
    ]);
  const id = takes === 'fields' ? undefined : evaluator(config.documentId, idField.name, parameters);
  return async (row) => {
    const values: Record<string, Json> = {};
    for (const [name, evaluate] of compiled) {
      const raw = await evaluate(row);
      const value = typeof raw === 'string' ? raw.trim() : raw;
      if (value !== undefined && value !== null && value !== '') values[name] = value;
    }
    if (takes !== 'id' && Object.keys(values).length === 0) throw new UserError('vtex.document-empty');
    return { id: id ? idOf(await id(row), entity) : '', values };
  };
}

function idOf(value: Json | undefined, entity: string): string {
  const id = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  if (id === '')
    throw new UserError('nodes.value-missing', {
      values: { field: { ...idField.name }, target: 'id', value: null },
    });
  return bareId(id, entity);
}

/** The value of the key field, alone under its name. Throws UserError when the row has none. */
export function keysOf(field: string, { values }: Given): Record<string, string> {
  const value = values[field];
  if (value === undefined || typeof value === 'object')
    throw new UserError('vtex.document-without-key', { values: { field } });
  return { [field]: String(value) };
}

/** What an earlier attempt is known to have made, by id. */
export const knownId = ({ existing }: DocumentJob): string | null =>
  typeof existing?.['id'] === 'string' ? existing['id'] : null;

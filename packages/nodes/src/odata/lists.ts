// What the forms of the OData boxes offer to choose from, and which fields rows will have: all of it from `$metadata`.
import type { Json, NodeContext, ListEntry } from '@eclusa/flow';
import type { OdataMetadata, OdataType } from './metadata';
import { OdataService } from './service';

type Context = NodeContext<Record<string, Json>>;

/** The entity sets of the service. */
export async function entitySets(context: Context, fresh: boolean): Promise<ListEntry[]> {
  const { metadata } = await open(context, fresh);
  return [...metadata.sets].map(([value, type]) => ({ value, note: type.split('.').at(-1) ?? type }));
}

/** The fields of the chosen entity set, those of its key first. Links are no fields. */
export async function entityFields(context: Context, fresh: boolean): Promise<ListEntry[]> {
  const { metadata, type } = await chosen(context, fresh);
  const fields = ownFields(type, metadata);
  return [...fields.filter(({ isKey }) => isKey), ...fields.filter(({ isKey }) => !isKey)];
}

/** What can be expanded. */
export async function entityLinks(context: Context, fresh: boolean): Promise<ListEntry[]> {
  const { type } = await chosen(context, fresh);
  return [...type.links].map((value) => ({ value, note: shortName(type.fields.get(value) ?? '') }));
}

/** The fields of the rows that the source will give: those selected, with what is expanded. */
export async function odataRows(context: Context, fresh: boolean): Promise<ListEntry[]> {
  const { metadata, type } = await chosen(context, fresh);
  const selected = namesOf(context.config['select']);
  const own = ownFields(type, metadata).filter(({ value }) => {
    return selected.length === 0 || selected.includes(value.split('.')[0] ?? '');
  });
  const expanded = namesOf(context.config['expand']).flatMap((path) => linked(path, type, metadata));
  return [...own, ...expanded];
}

function ownFields(type: OdataType, metadata: OdataMetadata, prefix = '', deep = 0): ListEntry[] {
  return [...type.fields].flatMap(([name, typeName]) => {
    if (type.links.has(name)) return [];
    const own = field(`${prefix}${name}`, typeName);
    const inner = deep < 3 ? metadata.typeOf(typeName) : undefined;
    const isKey = prefix === '' && type.key.includes(name);
    return [
      { ...own, ...(isKey && { isKey }) },
      ...(inner ? ownFields(inner, metadata, `${prefix}${name}.`, deep + 1) : []),
    ];
  });
}

/** A link as a field of rows; of a list of entities only that it is one. */
function linked(path: string, type: OdataType, metadata: OdataMetadata): ListEntry[] {
  const name = path.split(/[/(]/)[0] ?? '';
  const typeName = type.links.has(name) ? type.fields.get(name) : undefined;
  if (typeName === undefined) return [];
  const inner = metadata.typeOf(typeName);
  return [field(name, typeName), ...(inner ? ownFields(inner, metadata, `${name}.`, 2) : [])];
}

const numbers = /^Edm\.(?:Decimal|Double|Single|Byte|SByte|Int16|Int32|Int64)$/;

function field(value: string, typeName: string): ListEntry {
  const own = { value, note: shortName(typeName) };
  if (typeName.startsWith('Collection(')) return { ...own, type: 'list' };
  if (numbers.test(typeName)) return { ...own, type: 'number' };
  if (typeName === 'Edm.Boolean') return { ...own, type: 'boolean' };
  if (typeName === 'Edm.Date') return { ...own, type: 'text', format: 'date' };
  if (typeName.startsWith('Edm.DateTime')) return { ...own, type: 'text', format: 'date-time' };
  return { ...own, type: typeName.startsWith('Edm.') ? 'text' : 'object' };
}

function shortName(typeName: string): string {
  return typeName.replace(/[\w.]*\./, '');
}

function namesOf(value: Json | undefined): string[] {
  const names = typeof value === 'string' ? value.split(',') : [];
  return names.map((name) => name.trim()).filter((name) => name !== '' && name !== '*');
}

async function open(context: Context, fresh: boolean): Promise<OdataService> {
  const { fetch, limiter, signal } = context;
  const tools = { fetch, limiter, signal, now: () => context.now(), timeoutSeconds: 15 };
  return OdataService.open(await context.connection('connection'), tools, fresh);
}

async function chosen(context: Context, fresh: boolean) {
  const service = await open(context, fresh);
  const type = service.typeOf(String(context.config['entity'] ?? '').trim());
  return { metadata: service.metadata, type };
}

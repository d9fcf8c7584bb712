// Values as OData writes them and as rows hold them: dates and decimals of version 2, keys in addresses, annotations.
import { isJsonObject, UserError, type Json, type JsonObject, type Row } from '@eclusa/flow';
import { exactNumber } from '../source/plain-values';
import type { OdataMetadata, OdataType, OdataVersion } from './metadata';

const decimals = new Set(['Edm.Decimal', 'Edm.Int64', 'Edm.Double', 'Edm.Single']);
const epoch = /^\/Date\((-?\d+)([+-]\d{1,4})?\)\/$/;

/** The entity as a row: no annotations, links left out, dates in ISO, decimals as numbers where those hold every digit. */
export function plainRow(entity: JsonObject, type: OdataType | undefined, metadata: OdataMetadata): Row {
  const row: Row = {};
  const removed = removedOf(entity);
  if (removed) Object.assign(row, removed);
  for (const [name, value] of Object.entries(entity)) {
    if (name.includes('@') || name === '__metadata' || name.startsWith('odata.')) continue;
    if (removed && (name === 'id' || name === 'reason')) continue;
    if (isJsonObject(value) && '__deferred' in value) continue;
    row[name] = plainValue(value, type?.fields.get(name), metadata);
  }
  return row;
}

/** How version 4 tells, between runs, of an entity that is there no longer. */
function removedOf(entity: JsonObject): Row | undefined {
  const removed = entity['@removed'] ?? entity['@odata.removed'];
  const context = entity['@odata.context'] ?? entity['@context'];
  const isOld = typeof context === 'string' && context.endsWith('/$deletedEntity');
  if (!isJsonObject(removed) && !isOld) return undefined;
  const reason = isJsonObject(removed) ? removed['reason'] : entity['reason'];
  const id = entity['@odata.id'] ?? entity['@id'] ?? entity['id'] ?? null;
  return { _removed: reason ?? 'deleted', _id: id };
}

function plainValue(value: Json, typeName: string | undefined, metadata: OdataMetadata): Json {
  const inner = /^Collection\((.*)\)$/.exec(typeName ?? '')?.[1];
  if (isJsonObject(value) && Array.isArray(value['results'])) {
    return value['results'].map((one) => plainValue(one, inner ?? typeName, metadata));
  }
  if (Array.isArray(value)) return value.map((one) => plainValue(one, inner ?? typeName, metadata));
  if (isJsonObject(value)) return plainRow(value, metadata.typeOf(inner ?? typeName), metadata);
  if (typeof value !== 'string') return value;
  const date = epoch.exec(value);
  if (date) return isoOf(Number(date[1]), date[2] !== undefined || typeName === 'Edm.DateTimeOffset');
  return decimals.has(typeName ?? '') ? exactNumber(value) : value;
}

/** A moment as version 2 counts it. `DateTime` has no zone, so none is made up for it. */
function isoOf(ms: number, hasZone: boolean): string {
  const iso = new Date(ms).toISOString().replace('.000Z', 'Z');
  return hasZone ? iso : iso.slice(0, -1);
}

/** The row as the service wants it in a body, by the types of its fields. */
export function bodyOf(row: Row, type: OdataType | undefined, metadata: OdataMetadata): JsonObject {
  const members = Object.entries(row).map(([name, value]): [string, Json] => [
    name,
    written(value, type?.fields.get(name), metadata),
  ]);
  return Object.fromEntries(members);
}

function written(value: Json, typeName: string | undefined, metadata: OdataMetadata): Json {
  const inner = /^Collection\((.*)\)$/.exec(typeName ?? '')?.[1];
  if (Array.isArray(value)) return value.map((one) => written(one, inner ?? typeName, metadata));
  if (isJsonObject(value)) return bodyOf(value, metadata.typeOf(inner ?? typeName), metadata);
  if (value === null || metadata.version !== 2) return value;
  const isDate = typeName === 'Edm.DateTime' || typeName === 'Edm.DateTimeOffset';
  if (isDate && typeof value === 'string') {
    const ms = momentOf(value);
    return Number.isNaN(ms) ? value : `/Date(${ms}${typeName === 'Edm.DateTimeOffset' ? '+0000' : ''})/`;
  }
  return decimals.has(typeName ?? '') && typeof value === 'number' ? String(value) : value;
}

/** Without a zone it is taken as UTC, as version 2 counts. */
function momentOf(text: string): number {
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text) || !text.includes('T');
  return Date.parse(hasZone ? text : `${text}Z`);
}

/** A value as it stands in an address, not yet encoded: in a key, or in a filter. */
export function literal(value: Json, typeName: string | undefined, version: OdataVersion): string {
  const text = String(value);
  const quoted = `'${text.replaceAll("'", "''")}'`;
  switch (typeName) {
    case 'Edm.Guid':
      return version === 4 ? text : `guid${quoted}`;
    case 'Edm.DateTime':
      return version === 4 ? text : `datetime'${text.replace(/Z$/i, '')}'`;
    case 'Edm.DateTimeOffset':
      return version === 4 ? text : `datetimeoffset${quoted}`;
    case 'Edm.Time':
      return version === 4 ? text : `time${quoted}`;
    case 'Edm.Date':
    case 'Edm.TimeOfDay':
    case 'Edm.Boolean':
    case 'Edm.Byte':
    case 'Edm.SByte':
    case 'Edm.Int16':
    case 'Edm.Int32':
      return text;
    case 'Edm.Int64':
      return version === 4 ? text : `${text}L`;
    case 'Edm.Decimal':
      return version === 4 ? text : `${text}M`;
    case 'Edm.Double':
    case 'Edm.Single':
      return text;
    case undefined:
      return typeof value === 'string' ? quoted : text;
    default:
      return quoted;
  }
}

/** `('A1')` or `(Order=1,Line=2)`, encoded. Throws UserError `nodes.odata-key-missing` where a field of the key is empty. */
export function keyOf(row: Row, type: OdataType, version: OdataVersion): string {
  const parts = type.key.map((name) => {
    const value = row[name];
    if (value === undefined || value === null || value === '') {
      throw new UserError('nodes.odata-key-missing', { values: { field: name } });
    }
    const text = encodeURIComponent(literal(value, type.fields.get(name), version));
    return type.key.length === 1 ? text : `${name}=${text}`;
  });
  return `(${parts.join(',')})`;
}

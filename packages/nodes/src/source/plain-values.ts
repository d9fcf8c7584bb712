// Puts what ERPs write in ways of their own into plain values: `false` for nothing, [id, "name"], numbers and dates that
// come as objects with their type. Only what the settings ask for.
import { isJsonObject, type Json, type JsonObject, type Row } from '@eclusa/flow';

export interface ValueRules {
  emptyFalse?: boolean;
  yesNoFields?: string;
  references?: 'keep' | 'id' | 'both';
  typedValues?: boolean;
}

/** The row function of these rules; undefined when nothing is asked for. */
export function plainValues(rules: ValueRules): ((row: Row) => Row) | undefined {
  const { emptyFalse, references = 'keep', typedValues } = rules;
  if (!emptyFalse && references === 'keep' && !typedValues) return undefined;
  const yesNo = new Set((rules.yesNoFields ?? '').split(/[\s,;]+/).filter((name) => name !== ''));
  const valueOf = (value: Json, name: string): Json => {
    if (emptyFalse && value === false) return yesNo.has(name) ? false : null;
    if (Array.isArray(value)) return listOf(value, name);
    if (!isJsonObject(value)) return value;
    const typed = typedValues ? ofType(value) : undefined;
    return typed === undefined ? objectOf(value) : typed;
  };
  const listOf = (list: Json[], name: string): Json => {
    const [id, text] = list;
    const isReference = list.length === 2 && typeof id === 'number' && typeof text === 'string';
    if (!isReference || references === 'keep') return list.map((one) => valueOf(one, name));
    return references === 'id' ? id : { id, name: text };
  };
  const objectOf = (row: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, valueOf(value, name)]));
  return objectOf;
}

/** Digits that a number holds for certain. */
const CERTAIN = 15;

/** A number where it holds every digit of the text, else the text. */
export function exactNumber(text: string): number | string {
  const trimmed = text.trim();
  if (!/^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(trimmed)) return text;
  const digits = trimmed
    .replace(/[eE].*$/, '')
    .replace(/[-+.]/g, '')
    .replace(/^0+/, '');
  const number = Number(trimmed);
  return digits.length <= CERTAIN && Number.isFinite(number) ? number : text;
}

/** The plain value of an object that names its type, as Tryton and MongoDB write them; undefined for any other object. */
function ofType(value: JsonObject): Json | undefined {
  const text = (name: string) => (typeof value[name] === 'string' ? value[name] : undefined);
  const decimal =
    text('$numberDecimal') ?? text('$numberLong') ?? text('$numberInt') ?? text('$numberDouble');
  if (decimal !== undefined) return exactNumber(decimal);
  if ('$date' in value && typeof value['$date'] === 'string') return value['$date'];
  const part = (name: string, width = 2) => String(Number(value[name] ?? 0)).padStart(width, '0');
  const date = () => `${part('year', 4)}-${part('month')}-${part('day')}`;
  const micro = Number(value['microsecond'] ?? 0);
  const time = () =>
    `${part('hour')}:${part('minute')}:${part('second')}${micro > 0 ? `.${part('microsecond', 6)}` : ''}`;
  switch (value['__class__']) {
    case 'Decimal':
      return exactNumber(text('decimal') ?? '');
    case 'datetime':
      return `${date()}T${time()}`;
    case 'date':
      return date();
    case 'time':
      return time();
    case 'timedelta':
      return typeof value['seconds'] === 'number' ? value['seconds'] : undefined;
    case 'bytes':
      return text('base64');
    default:
      return undefined;
  }
}

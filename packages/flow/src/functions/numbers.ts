// Numbers as ERPs write them. They refuse rather than guess: a wrong price sells goods.
import { UserError } from '../errors';
import type { Json } from '../json';

const shapes = {
  /** As computers write: 1299.9, 1e3. */
  plain: /^\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/,
  dotGroups: /^\d{1,3}(?:\.\d{3})+$/,
  commaGroups: /^\d{1,3}(?:,\d{3})+$/,
};

/**
 * A number from a text such as "1.299,90", "1,299.90", "R$ 1.299,90" or "(10,00)". Numbers pass.
 * `decimalMark` ("," or ".") settles texts that can be read two ways.
 * Throws UserError `expression.not-a-number` or `expression.ambiguous-number`, each with the value.
 */
export function parseNumber(value?: Json, decimalMark?: string): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value !== 'string') throw notANumber(value);
  const money = /R\$|US\$|\$|€|£|\bBRL\b/.test(value);
  const bare = value.replace(/R\$|US\$|[$€£]|\bBRL\b|[\s\u00a0\u202f]/g, '');
  const negative = /^\(.*\)$/.test(bare) || /^-|-$/.test(bare);
  const digits = bare.replace(/^\((.*)\)$/, '$1').replace(/^[-+]|-$/, '');
  const size = unsigned(digits, decimalMark, money, value);
  return negative ? -size : size;
}

function unsigned(text: string, decimalMark: string | undefined, money: boolean, value: string): number {
  if (decimalMark === ',' || decimalMark === '.') return marked(text, decimalMark, value);
  const lastComma = text.lastIndexOf(',');
  const lastDot = text.lastIndexOf('.');
  if (lastComma >= 0 && lastDot >= 0) return marked(text, lastComma > lastDot ? ',' : '.', value);
  if (lastComma >= 0) return marked(text, text.indexOf(',') === lastComma ? ',' : '.', value);
  if (text.indexOf('.') !== lastDot) return marked(text, ',', value);
  if (shapes.dotGroups.test(text) && !text.startsWith('0')) {
    if (money) return marked(text, ',', value);
    throw new UserError('expression.ambiguous-number', { values: { value } });
  }
  if (!shapes.plain.test(text)) throw notANumber(value);
  return Number(text);
}

/** Reads `text` knowing its decimal mark; the other mark may only stand between groups of three. */
function marked(text: string, mark: ',' | '.', value: string): number {
  const [whole = '', fraction, ...more] = text.split(mark);
  const groups = mark === ',' ? shapes.dotGroups : shapes.commaGroups;
  const wholeOk = whole === '' ? Boolean(fraction) : /^\d+$/.test(whole) || groups.test(whole);
  if (!wholeOk || more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction)))
    throw notANumber(value);
  return Number(`${whole.replace(/[.,]/g, '') || '0'}.${fraction ?? '0'}`);
}

/** Whole cents of a decimal amount, exact, halves away from zero: 10.005 → 1001. Texts as in `parseNumber`. */
export function cents(value?: Json): number | undefined {
  const amount = parseNumber(value);
  if (amount === undefined) return undefined;
  const whole = Math.sign(amount) * Math.round(Math.abs(shift(amount, 2))) || 0;
  if (!Number.isSafeInteger(whole)) throw notANumber(value);
  return whole;
}

/** The decimal amount of whole cents: 129990 → 1299.9. */
export function fromCents(value?: Json): number | undefined {
  const amount = typeof value === 'string' && /^-?\d+$/.test(value.trim()) ? Number(value) : value;
  if (amount === undefined) return undefined;
  if (!Number.isSafeInteger(amount)) throw notANumber(value);
  return shift(amount as number, -2);
}

/** Moves the decimal point in the written number, where `amount * 100` would not be exact. */
function shift(amount: number, places: number): number {
  const [digits, exponent = '0'] = String(amount).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

function notANumber(value: Json | undefined): UserError {
  return new UserError('expression.not-a-number', { values: { value: shown(value) } });
}

function shown(value: Json | undefined): Json {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.slice(0, 200);
}

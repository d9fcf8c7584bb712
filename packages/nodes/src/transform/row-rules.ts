// Rules of a form, each made into a check of one row. What is wrong is told as a sentence; an empty value is wrong for
// the rules that ask for one, and for no other.
import {
  EclusaError,
  LinearPattern,
  sentences,
  UserError,
  type ErrorValues,
  type Json,
  type Row,
  type Text,
} from '@eclusa/flow';
import { evaluator, isTrue, lines, textOf, type Evaluate } from './evaluation';

/** What is wrong with a row: where, and why as a sentence. */
export interface RowFault {
  field: string;
  message: Text;
}

/** The fault of a row under one rule; undefined where it keeps to it. */
export type RowRule = (row: Row) => Promise<RowFault | undefined>;

/** Looks at one value that is not empty; answers what is wrong with it. */
type ValueCheck = (value: Json) => Text | undefined;

/** What a rule computes of its expression before it looks: a function that throws says itself what is wrong. */
const functions: Readonly<Record<string, string>> = {
  number: '$parseNumber',
  whole: '$parseNumber',
  'at-least': '$parseNumber',
  'at-most': '$parseNumber',
  date: '$parseDate',
  ean: '$ean',
  cnpj: '$cnpj',
  cpf: '$cpf',
};

const told = (code: string, values: ErrorValues = {}): Text => sentences(`nodes.rule-${code}`, values);
const whole = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
const shown = (value: Json): string => whole(value).slice(0, 200);

/** The checks of a table of rules. Throws UserError for a formula or a value to compare with that cannot be used. */
export function rowRules(table: Json | undefined, parameters: Readonly<Record<string, Json>>): RowRule[] {
  return lines(table).map((line) => {
    const [field, kind] = [textOf(line, 'field'), textOf(line, 'rule') || 'filled'];
    const own = textOf(line, 'message');
    const message = own === '' ? undefined : { en: own, es: own, pt: own };
    const find = faultFinder(kind, field, textOf(line, 'value'), parameters);
    return async (row) => {
      const fault = await find(row);
      return fault && { field, message: message ?? fault };
    };
  });
}

function faultFinder(
  kind: string,
  field: string,
  wanted: string,
  parameters: Readonly<Record<string, Json>>,
): (row: Row) => Promise<Text | undefined> {
  const read = evaluator(field, field, parameters);
  if (kind === 'true')
    return async (row) => (isTrue(await read(row)) ? undefined : told('false', { condition: field }));
  const check = valueCheck(kind, field, wanted);
  const by = functions[kind];
  const compute = by ? evaluator(`${by}(${field})`, field, parameters) : read;
  return async (row) => {
    const value = (await read(row)) ?? null;
    if (isEmpty(value)) return kind === 'filled' ? told('missing') : undefined;
    return findFault(compute, row, check);
  };
}

async function findFault(compute: Evaluate, row: Row, check: ValueCheck): Promise<Text | undefined> {
  try {
    return check((await compute(row)) ?? null);
  } catch (error) {
    if (!(error instanceof EclusaError)) throw error;
    const { cause } = error;
    const reason = cause instanceof EclusaError ? cause : error;
    return sentences(reason.code, reason.values);
  }
}

function isEmpty(value: Json): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

const email = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;

function valueCheck(kind: string, field: string, wanted: string): ValueCheck {
  const fails = (isWrong: (value: Json) => boolean, code: string): ValueCheck => {
    return (value) => (isWrong(value) ? told(code, { value: shown(value), wanted }) : undefined);
  };
  switch (kind) {
    case 'whole':
      return fails((value) => !Number.isInteger(value), 'not-whole');
    case 'at-least': {
      const least = limitOf(field, wanted);
      return fails((value) => Number(value) < least, 'too-small');
    }
    case 'at-most': {
      const most = limitOf(field, wanted);
      return fails((value) => Number(value) > most, 'too-large');
    }
    case 'length': {
      const longest = limitOf(field, wanted);
      return fails((value) => [...whole(value)].length > longest, 'too-long');
    }
    case 'one-of': {
      const listed = new Set(listOf(field, wanted));
      return fails((value) => !listed.has(whole(value).trim()), 'not-listed');
    }
    case 'pattern': {
      const pattern = patternOf(field, wanted);
      return fails((value) => !pattern.test(whole(value)), 'pattern');
    }
    case 'email':
      return fails((value) => !email.test(whole(value).trim()), 'email');
    default:
      return () => undefined;
  }
}

function limitOf(field: string, wanted: string): number {
  const limit = Number(wanted.replace(',', '.'));
  if (wanted === '' || !Number.isFinite(limit)) throw unusable(field, wanted, '');
  return limit;
}

function listOf(field: string, wanted: string): string[] {
  const listed = wanted
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (listed.length === 0) throw unusable(field, wanted, '');
  return listed;
}

function patternOf(field: string, wanted: string): LinearPattern {
  try {
    if (wanted === '') throw new Error('');
    return new LinearPattern(wanted);
  } catch (error) {
    throw unusable(field, wanted, error instanceof Error ? error.message : String(error));
  }
}

function unusable(field: string, value: string, reason: string): UserError {
  return new UserError('nodes.rule-value', { values: { field, value, reason: reason || '?' } });
}

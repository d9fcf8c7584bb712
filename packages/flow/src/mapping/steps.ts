// The steps a value can take on its way, each with the expression it stands for. No syntax tree is read here.
import type { Json } from '../json';

/** A piece of source, and whether it can stand beside an operator without brackets. */
export interface Piece {
  source: string;
  whole: boolean;
}

export type StepName =
  | 'trim'
  | 'upper'
  | 'lower'
  | 'title'
  | 'replace'
  | 'part'
  | 'substring'
  | 'truncate'
  | 'append'
  | 'text'
  | 'slug'
  | 'digits'
  | 'number'
  | 'round'
  | 'multiply'
  | 'divide'
  | 'add'
  | 'atLeast'
  | 'cents'
  | 'fromCents'
  | 'date'
  | 'yesNo'
  | 'ean'
  | 'whenEmpty'
  | 'skipEmpty'
  | 'required'
  | 'lookup'
  | 'when'
  | 'joinList'
  | 'count'
  | 'sum';

export type StepValues = Readonly<Record<string, Json>>;

export interface Step {
  kind: StepName;
  values: StepValues;
}

export type StepGroup = 'text' | 'number' | 'date' | 'choice' | 'list';

/** What a form asks for; every one is a member of the step's values. */
export type StepInput =
  | { kind: 'text'; start: string }
  | { kind: 'number'; start: number | null; optional?: true; integer?: true }
  /** A fixed value: text, number or yes/no. `null` where `optional`: keeps what came in. */
  | { kind: 'value'; start: Json; optional?: true }
  | { kind: 'choice'; start: string; choices: readonly string[] }
  /** Expressions of other fields of the row. */
  | { kind: 'fields'; start: readonly string[] }
  /** `[from, to]` texts. */
  | { kind: 'pairs'; start: readonly (readonly [string, string])[] };

export interface StepKind {
  group: StepGroup;
  inputs: Readonly<Record<string, StepInput>>;
  write(of: Piece, values: StepValues): Piece;
}

const literal = (value: Json | undefined): string => JSON.stringify(value ?? null);
const whole = (source: string): Piece => ({ source, whole: true });

/** A function of the value with fixed arguments; those that are null or empty at the end are left out. */
const call =
  (name: string, ...inputs: string[]): StepKind['write'] =>
  (of, values) => {
    const given = inputs.map((input) => values[input]);
    while (given.length > 0 && (given.at(-1) ?? '') === '') given.pop();
    return whole(`$${name}(${[of.source, ...given.map(literal)].join(', ')})`);
  };

const operator =
  (mark: string): StepKind['write'] =>
  (of, values) => ({ source: `${operand(of)} ${mark} ${literal(values['by'])}`, whole: false });

const operand = (of: Piece): string => (of.whole ? of.source : `(${of.source})`);

/** Tests of `when`, by name; their marks are JSONata's. */
export const comparisons = { is: '=', isNot: '!=', above: '>', below: '<', contains: '' } as const;

function writeWhen(of: Piece, values: StepValues): Piece {
  const simple = /^[\p{L}\p{N}_.`[\]-]+$/u.test(of.source);
  const name = simple ? of.source : '$v';
  const mark = comparisons[values['test'] as keyof typeof comparisons];
  const asked = literal(values['value']);
  const test = mark === '' ? `$contains(${name}, ${asked})` : `${name} ${mark} ${asked}`;
  const otherwise = (values['otherwise'] ?? null) === null ? name : literal(values['otherwise']);
  const source = `${test} ? ${literal(values['then'])} : ${otherwise}`;
  return simple ? { source, whole: false } : whole(`($v := ${of.source}; ${source})`);
}

function writeLookup(of: Piece, values: StepValues): Piece {
  const pairs = new Map((values['pairs'] as [string, string][]).map(([from, to]) => [from, to]));
  const table = [...pairs].map(([from, to]) => `${literal(from)}: ${literal(to)}`).join(', ');
  return whole(`$lookup({${table}}, $string(${of.source}))`);
}

function writeAppend(of: Piece, values: StepValues): Piece {
  const texts = [of.source, ...(values['fields'] as string[])].map((source) => `$string(${source})`);
  return whole(`$join([${texts.join(', ')}], ${literal(values['separator'])})`);
}

const text = (start = ''): StepInput => ({ kind: 'text', start });
const number = (start: number): StepInput => ({ kind: 'number', start });

/** Every step, in the order lists offer them. */
export const stepKinds: Readonly<Record<StepName, StepKind>> = {
  trim: { group: 'text', inputs: {}, write: call('trim') },
  upper: { group: 'text', inputs: {}, write: call('uppercase') },
  lower: { group: 'text', inputs: {}, write: call('lowercase') },
  title: { group: 'text', inputs: {}, write: call('titleCase') },
  replace: {
    group: 'text',
    inputs: { find: text(), with: text() },
    // An empty replacement is a value like any other, so nothing is left out here.
    write: (of, { find, with: put }) => whole(`$replace(${of.source}, ${literal(find)}, ${literal(put)})`),
  },
  part: {
    group: 'text',
    inputs: { mark: text(','), at: { kind: 'number', start: 0, integer: true } },
    write: (of, { mark, at }) => whole(`$split(${of.source}, ${literal(mark)})[${literal(at)}]`),
  },
  substring: {
    group: 'text',
    inputs: {
      from: { kind: 'number', start: 0, integer: true },
      length: { kind: 'number', start: 10, optional: true, integer: true },
    },
    write: call('substring', 'from', 'length'),
  },
  truncate: {
    group: 'text',
    inputs: { length: { kind: 'number', start: 150, integer: true } },
    write: call('truncate', 'length'),
  },
  append: {
    group: 'text',
    inputs: { separator: text(' '), fields: { kind: 'fields', start: [] } },
    write: writeAppend,
  },
  text: { group: 'text', inputs: {}, write: call('string') },
  slug: { group: 'text', inputs: {}, write: call('slug') },
  digits: { group: 'text', inputs: {}, write: call('digits') },
  number: {
    group: 'number',
    inputs: { mark: { kind: 'choice', start: ',', choices: [',', '.', ''] } },
    write: call('parseNumber', 'mark'),
  },
  round: {
    group: 'number',
    inputs: { places: { kind: 'number', start: 2, optional: true, integer: true } },
    write: call('round', 'places'),
  },
  multiply: { group: 'number', inputs: { by: number(1000) }, write: operator('*') },
  divide: { group: 'number', inputs: { by: number(100) }, write: operator('/') },
  add: { group: 'number', inputs: { by: number(1) }, write: operator('+') },
  atLeast: { group: 'number', inputs: { min: number(0) }, write: call('atLeast', 'min') },
  cents: { group: 'number', inputs: {}, write: call('cents') },
  fromCents: { group: 'number', inputs: {}, write: call('fromCents') },
  date: { group: 'date', inputs: {}, write: call('parseDate') },
  yesNo: { group: 'choice', inputs: { yes: text() }, write: call('yesNo', 'yes') },
  ean: { group: 'number', inputs: {}, write: call('ean') },
  whenEmpty: {
    group: 'choice',
    inputs: { value: { kind: 'value', start: '' } },
    write: (of, { value }) => whole(`$whenEmpty(${of.source}, ${literal(value)})`),
  },
  skipEmpty: { group: 'choice', inputs: {}, write: call('whenEmpty') },
  required: { group: 'choice', inputs: {}, write: call('required') },
  lookup: { group: 'choice', inputs: { pairs: { kind: 'pairs', start: [['', '']] } }, write: writeLookup },
  when: {
    group: 'choice',
    inputs: {
      test: { kind: 'choice', start: 'is', choices: Object.keys(comparisons) },
      value: { kind: 'value', start: '' },
      then: { kind: 'value', start: '' },
      otherwise: { kind: 'value', start: null, optional: true },
    },
    write: writeWhen,
  },
  joinList: { group: 'list', inputs: { separator: text(', ') }, write: call('join', 'separator') },
  count: { group: 'list', inputs: {}, write: call('count') },
  sum: { group: 'list', inputs: {}, write: call('sum') },
};

/** A step with what its form starts with. */
export function newStep(kind: StepName): Step {
  const inputs = Object.entries(stepKinds[kind].inputs);
  return { kind, values: Object.fromEntries(inputs.map(([name, { start }]) => [name, start as Json])) };
}

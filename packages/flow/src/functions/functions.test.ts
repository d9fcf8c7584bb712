import { UserError } from '../errors';
import { compileExpression } from '../expression/expression';
import type { Json } from '../json';
import { locales } from '../text';
import { brazilianFunctions } from './catalogue';
import { expressionFunctions } from './list';
import { cnpj, cpf, ean } from './codes';
import { parseDate } from './dates';
import { cents, fromCents, parseNumber } from './numbers';
import { digits, slug, titleCase, truncate } from './text';
import { atLeast, required } from './checks';

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    return error instanceof UserError ? error.code : String(error);
  }
  return undefined;
}

test.each<[Json, number]>([
  ['1.299,90', 1299.9],
  ['1,299.90', 1299.9],
  ['R$ 1.299,90', 1299.9],
  ['R$\u00a01.299', 1299],
  ['12.345.678,9', 12345678.9],
  ['12,345,678', 12345678],
  ['1,250', 1.25],
  ['32,5', 32.5],
  [',5', 0.5],
  ['-1,5', -1.5],
  ['1,5-', -1.5],
  ['(10,00)', -10],
  ['12.50', 12.5],
  ['0.125', 0.125],
  ['1e3', 1000],
  [' 7 ', 7],
  [19.9, 19.9],
  [0, 0],
])('$parseNumber reads %j as %d', (text, number) => expect(parseNumber(text)).toBe(number));

test.each<Json>([
  'abc',
  '',
  'N/D',
  '1,2,3',
  '1.23.4',
  '12,34.5,6',
  '1.2345,6',
  '10 mil',
  null,
  true,
  [],
  '--1',
  '.',
])('$parseNumber refuses %j', (value) =>
  expect(codeOf(() => parseNumber(value))).toBe('expression.not-a-number'),
);

test('$parseNumber asks when a text can be read two ways, and takes the answer', () => {
  expect(codeOf(() => parseNumber('1.299'))).toBe('expression.ambiguous-number');
  expect(parseNumber('1.299', ',')).toBe(1299);
  expect(parseNumber('1.299', '.')).toBe(1.299);
});

test('$parseNumber names the value it refuses', () => {
  expect(() => parseNumber('abc')).toThrow(expect.objectContaining({ values: { value: 'abc' } }));
});

test.each<[Json, number]>([
  [1.005, 101],
  [-1.005, -101],
  [10.075, 1008],
  [0.285, 29],
  ['24,99', 2499],
  [1e-7, 0],
  [-0.001, 0],
  [129990.1, 12999010],
])('$cents of %j is %d', (amount, whole) => expect(cents(amount)).toBe(whole));

test('$fromCents goes back exactly', () => {
  expect(fromCents(129990)).toBe(1299.9);
  expect(fromCents('5')).toBe(0.05);
  expect(codeOf(() => fromCents(1.5))).toBe('expression.not-a-number');
});

test.each<[Json, string]>([
  ['23/11/2026', '2026-11-23'],
  ['1/2/2026', '2026-02-01'],
  ['23/11/2026 14:30', '2026-11-23T14:30:00'],
  ['23/11/2026 14:30:15', '2026-11-23T14:30:15'],
  ['23.11.2026', '2026-11-23'],
  ['23-11-2026', '2026-11-23'],
  ['2026/11/23', '2026-11-23'],
  ['20261123', '2026-11-23'],
  [20261123, '2026-11-23'],
  ['2026-11-23', '2026-11-23'],
  ['2026-11-23T10:00:00Z', '2026-11-23T10:00:00Z'],
])('$parseDate reads %j as %s', (text, date) => expect(parseDate(text)).toBe(date));

test.each<Json>(['31/02/2026', '2026-13-01', '11/23/2026', 'hoje', '', '23/11/26', '23/11/2026 25:00', null])(
  '$parseDate refuses %j',
  (value) => expect(codeOf(() => parseDate(value))).toBe('expression.not-a-date'),
);

test('$cnpj, $cpf and $ean verify their digits', () => {
  expect(cnpj('11.222.333/0001-81')).toBe('11222333000181');
  expect(cnpj('12.ABC.345/01DE-35')).toBe('12ABC34501DE35');
  expect(codeOf(() => cnpj('11.222.333/0001-82'))).toBe('expression.bad-cnpj');
  expect(codeOf(() => cnpj('00000000000000'))).toBe('expression.bad-cnpj');
  expect(cpf(1234567890)).toBe('01234567890');
  expect(codeOf(() => cpf('111.111.111-11'))).toBe('expression.bad-cpf');
  expect(ean('7891000315507')).toBe('7891000315507');
  expect(ean('96385074')).toBe('96385074');
  expect(codeOf(() => ean('7891000315508'))).toBe('expression.bad-ean');
  expect(codeOf(() => ean('123'))).toBe('expression.bad-ean');
});

test.each<Json>([null, '', '  '])('$required refuses %j', (value) =>
  expect(codeOf(() => required(value))).toBe('expression.missing'),
);

test('$required lets zero, false and texts through, and $atLeast what is large enough', () => {
  expect([required(0), required(false), required(' a ')]).toEqual([0, false, 'a']);
  expect([atLeast(0, 0), atLeast(7, 0)]).toEqual([0, 7]);
  expect(() => atLeast(-5, 0)).toThrow(expect.objectContaining({ values: { value: -5, min: 0 } }));
});

test('texts are brought into form', () => {
  expect(slug('  Ação & Reação!! ')).toBe('acao-reacao');
  expect(titleCase('PÃO DE AÇÚCAR E CAFÉ 110V')).toBe('Pão de Açúcar e Café 110V');
  expect(titleCase('guarda-roupa')).toBe('Guarda-Roupa');
  expect(digits(1.5)).toBe('15');
  expect(truncate('abc def', 4)).toBe('abc');
  expect(truncate('😀😀😀', 2)).toBe('😀😀');
});

test.each(brazilianFunctions.map(({ name }) => name))(
  '$%s gives its own example in both paths, and nothing for nothing',
  async (name) => {
    const { example, result, help } =
      brazilianFunctions.find((each) => each.name === name) ?? expectNothing();
    const compiled = compileExpression(example);
    expect(compiled.fast).toBe(true);
    expect(compiled.evaluate({})).toEqual(result);
    await expect(compileExpression(example, { slow: true }).evaluate({})).resolves.toEqual(result);
    const second = ['truncate', 'atLeast'].includes(name) ? ', 3' : '';
    const ofNothing = () => compileExpression(`$${name}(missing${second})`).evaluate({});
    // It is there to refuse nothing.
    if (name === 'required') expect(codeOf(ofNothing)).toBe('expression.missing');
    else expect(ofNothing()).toBeUndefined();
    expect(locales.every((locale) => help[locale].length > 10)).toBe(true);
  },
);

test.each(expressionFunctions.map((each) => [each.name, each] as const))(
  'the example of $%s is true',
  async (_name, { example, result }) => {
    expect(await compileExpression(example).evaluate({})).toEqual(result);
    expect(await compileExpression(example, { slow: true }).evaluate({})).toEqual(result);
  },
);

function expectNothing(): never {
  throw new Error('no such function');
}

// Turns measures and amounts of money into other units, exactly: weights, lengths, cents, currencies by a rate.
import { defineNode, pathOf, UserError, type Json, type Row } from '@eclusa/flow';
import { decimalOf, ratioOf, scaled, type Ratio } from './exact-decimal';
import { evaluator, lines, textOf, withValues, type Evaluate } from './evaluation';
import { onceDone, putAt } from './mapped-row';
import { convertFields } from './convert-fields';
import { units } from './units';

export default defineNode<{ conversions?: Json }>({
  id: 'transform.convert',
  version: 1,
  group: 'transform',
  name: { en: 'Convert units', es: 'Convertir unidades', pt: 'Converter unidades' },
  help: {
    en: 'Converts weights, lengths and money exactly: kg to grams as VTEX wants them, inches to centimetres, cents to decimals, one currency to another by a rate. Values may be written as 1.299,90. Empty values stay empty.',
    es: 'Convierte pesos, longitudes y dinero con exactitud: kg a gramos como los pide VTEX, pulgadas a centímetros, centavos a decimales, una moneda a otra con una tasa. Los valores pueden escribirse como 1.299,90. Los valores vacíos quedan vacíos.',
    pt: 'Converte pesos, comprimentos e dinheiro com exatidão: kg para gramas como a VTEX pede, polegadas para centímetros, centavos para decimais, uma moeda para outra por uma taxa. Valores podem ser escritos como 1.299,90. Valores vazios ficam vazios.',
  },
  keywords: [
    ...[
      'units',
      'weight',
      'length',
      'grams',
      'kilograms',
      'pounds',
      'inches',
      'currency',
      'exchange rate',
      'cents',
    ],
    ...['unidades', 'peso', 'gramos', 'libras', 'pulgadas', 'moneda', 'tipo de cambio', 'centavos'],
    ...['quilos', 'gramas', 'polegadas', 'moeda', 'câmbio', 'cotação', 'dólar'],
  ],
  gives: { fields: ['conversions'], rest: 'always' },
  fields: convertFields,
  behaviour: {
    kind: 'transform',
    prepare({ config, parameters }) {
      const conversions = lines(config.conversions).map((line) => conversionOf(line, parameters));
      const converted = (row: Row) =>
        conversions.reduce<Row | Promise<Row>>(
          (before, convert) => onceDone(before, (now) => convert(row, now)),
          {
            ...row,
          },
        );
      return (row) => onceDone(converted(row), (value) => [{ value }]);
    },
  },
  example: {
    config: {
      conversions: [
        { expression: 'peso', from: 'kg', to: 'g' },
        { expression: 'preco', from: 'money', to: 'money', rate: 'cotacao', decimals: 2, target: 'precoBRL' },
      ],
    },
    input: [{ sku: 'A', peso: '0,29', preco: 10.1, cotacao: '5,4321' }],
    output: { out: [{ sku: 'A', peso: 290, preco: 10.1, cotacao: '5,4321', precoBRL: 54.86 }] },
  },
});

/** Decimals that are kept where none are asked for. */
const mostDecimals = 10;

type Convert = (row: Row, into: Row) => Row | Promise<Row>;

function conversionOf(line: Row, parameters: Readonly<Record<string, Json>>): Convert {
  const field = textOf(line, 'expression');
  const path = targetOf(field, textOf(line, 'target'));
  const unitRatio = ratioBetween(field, textOf(line, 'from') || 'g', textOf(line, 'to') || 'g');
  const decimals = typeof line['decimals'] === 'number' ? line['decimals'] : mostDecimals;
  const read = numberAt(field, field, parameters);
  const rateSource = textOf(line, 'rate');
  const rate = rateSource === '' ? () => 1 : numberAt(rateSource, rateSource, parameters);
  return (row, into) =>
    withValues([read(row), rate(row)], ([value, by]) => {
      if (typeof value !== 'number') return into;
      if (typeof by !== 'number' || by <= 0) throw new UserError('nodes.rate-missing', { values: { field } });
      const ratios = [unitRatio, ratioOf(decimalOf(by))];
      putAt(into, path, scaled(decimalOf(value), ratios, decimals));
      return into;
    });
}

/** A number however it is written; nothing for an empty value. */
function numberAt(source: string, field: string, parameters: Readonly<Record<string, Json>>): Evaluate {
  return evaluator(`$parseNumber($whenEmpty(${source}))`, field, parameters);
}

function targetOf(field: string, target: string): string[] {
  const path = pathOf(target === '' ? field : target);
  if (path && !path.includes('__proto__')) return path;
  if (target !== '') throw new UserError('nodes.map-target', { values: { target } });
  throw new UserError('nodes.units-target', { values: { field } });
}

function ratioBetween(field: string, fromId: string, toId: string): Ratio {
  const [from, to] = [units[fromId], units[toId]];
  if (!from || !to || from.kind !== to.kind)
    throw new UserError('nodes.units-differ', { values: { field, from: fromId, to: toId } });
  return { over: from.size.over * to.size.under, under: from.size.under * to.size.over };
}

// Sets one rule of a price table. VTEX's PUT replaces all rules of the table, so they are read first and sent along.
import { isJsonObject, UserError, type Json, type JsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { target, units } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { priceTable } from './terms';

const read = 'GET /pricing/pipeline/catalog/{priceTableId}';
const write = 'PUT /pricing/pipeline/catalog/{priceTableId}';

const ids = (en: string, es: string, pt: string) => ({
  type: 'object' as const,
  name: { en, es, pt },
  help: {
    en: 'Names by VTEX’s id, such as {"2000001": "Aurora"}. Empty: all.',
    es: 'Nombres por id de VTEX, como {"2000001": "Aurora"}. Vacío: todas.',
    pt: 'Nomes por id da VTEX, como {"2000001": "Aurora"}. Vazio: todas.',
  },
});
const markup = { unit: units.percent };

export default vtexAction({
  id: 'vtex.price-rule-set',
  version: 1,
  name: { en: 'Set price rule', es: 'Definir regla de precio', pt: 'Definir regra de preço' },
  help: {
    en: 'Sets one rule of a price table: a percentage on the base price (10 raises it by 10 %, -10 lowers it) for categories, brands, a range of markups or a period. VTEX replaces all rules of a table at once, so the others are read first and sent along; a rule keeps what you do not map. What is equal already is not sent.',
    es: 'Define una regla de una tabla de precios: un porcentaje sobre el precio base (10 lo sube 10 %, -10 lo baja) para categorías, marcas, un rango de márgenes o un período. VTEX reemplaza todas las reglas de la tabla a la vez, por eso las demás se leen antes y se envían juntas; una regla conserva lo que no se mapea. Lo que ya es igual no se envía.',
    pt: 'Define uma regra de uma tabela de preços: uma porcentagem sobre o preço base (10 aumenta 10 %, -10 diminui) para categorias, marcas, uma faixa de markup ou um período. A VTEX substitui todas as regras da tabela de uma vez, então as outras são lidas antes e enviadas junto; uma regra mantém o que não é mapeado. O que já é igual não é enviado.',
  },
  keywords: [
    'price rule',
    'regra de preço',
    'regla de precio',
    'markup',
    'desconto por tabela',
    'percentual',
    'pipeline',
  ],
  area: 'prices',
  request: write,
  also: [read],
  effect: 'idempotent',
  saveAs: 'priceRule',
  path: { priceTableId: priceTable },
  body: {
    id: target.integer(
      { en: 'Rule number', es: 'Número de la regla', pt: 'Número da regra' },
      {
        required: true,
        min: 0,
        suggest: '$exists(regra) ? regra : 1',
        help: {
          en: 'The same number sets the same rule again.',
          es: 'El mismo número define otra vez la misma regla.',
          pt: 'O mesmo número define de novo a mesma regra.',
        },
      },
    ),
    percentualModifier: target.number(
      {
        en: 'Percentage on the base price',
        es: 'Porcentaje sobre el precio base',
        pt: 'Porcentagem sobre o preço base',
      },
      { unit: units.percent, min: -100 },
    ),
    categories: ids('Categories', 'Categorías', 'Categorias'),
    brands: ids('Brands', 'Marcas', 'Marcas'),
    markupFrom: target.number({ en: 'Markup from', es: 'Margen desde', pt: 'Markup de' }, markup),
    markupTo: target.number({ en: 'Markup to', es: 'Margen hasta', pt: 'Markup até' }, markup),
    validFrom: target.date({ en: 'Valid from', es: 'Válida desde', pt: 'Válida de' }),
    validTo: target.date({ en: 'Valid until', es: 'Válida hasta', pt: 'Válida até' }),
  },
  prepare: () => ({
    run(values, { store }) {
      // Rows of one table wait for each other, or one would undo what the other wrote.
      const table = String(values['priceTableId']);
      return store.lock(`price-rules:${table}`, () => setRule(values, table, store));
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'priceTableId', expression: '"b2b"' },
        { target: 'id', expression: 'regra' },
        { target: 'percentualModifier', expression: 'percentual' },
      ],
      saveAs: 'priceRule',
    },
    input: [
      { regra: 1, percentual: -10 },
      { regra: 2, percentual: 5 },
    ],
    output: {
      out: [
        { regra: 1, percentual: -10, priceRule: { priceTableId: 'b2b', id: 1, change: 'unchanged' } },
        { regra: 2, percentual: 5, priceRule: { priceTableId: 'b2b', id: 2, change: 'created' } },
      ],
    },
  },
});

async function setRule(values: Values, priceTableId: string, store: Store): Promise<JsonObject> {
  const params = { priceTableId };
  const answer = await store.find(read, { params });
  const rules = Array.isArray(answer?.['rules']) ? answer['rules'].filter(isJsonObject) : [];
  const id = values['id'] ?? null;
  const before = rules.find((one) => one['id'] === id);
  const rule = ruleOf(values, before);
  const shown = { priceTableId, id };
  if (before && JSON.stringify(before) === JSON.stringify({ ...before, ...rule })) {
    return { ...shown, change: 'unchanged' };
  }
  const others = rules.filter((one) => one !== before);
  await store.send(write, { params, body: { rules: [...others, { ...before, ...rule }] } });
  return { ...shown, change: before ? 'updated' : 'created' };
}

function ruleOf(values: Values, before: JsonObject | undefined): JsonObject {
  const held = isJsonObject(before?.['context']) ? before['context'] : {};
  const modifier = values['percentualModifier'] ?? before?.['percentualModifier'];
  if (modifier === undefined) throw new UserError('vtex.price-rule-without-percentage');
  return {
    id: values['id'] ?? null,
    context: {
      ...held,
      categories: values['categories'] ?? held['categories'] ?? {},
      brands: values['brands'] ?? held['brands'] ?? {},
      markupRange: range(values['markupFrom'], values['markupTo']) ?? held['markupRange'] ?? null,
      dateRange: range(values['validFrom'], values['validTo']) ?? held['dateRange'] ?? null,
    },
    percentualModifier: modifier,
  };
}

function range(from: Json | undefined, to: Json | undefined): JsonObject | undefined {
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined) throw new UserError('vtex.price-rule-half-range');
  return { from, to };
}

// Sets one rule of a price table. VTEX's PUT replaces all rules, so they are read first and kept.
import { isJsonObject, type Json, type JsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { target, units } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { priceTableId } from './price-targets';

const read = 'GET /pricing/pipeline/catalog/{priceTableId}';
const write = 'PUT /pricing/pipeline/catalog/{priceTableId}';

const ids = (name: { en: string; es: string; pt: string }) =>
  target.object(name, {
    help: {
      en: 'Ids with their names, as in {"12": "Coffee"}. None: all.',
      es: 'Ids con sus nombres, como {"12": "Café"}. Ninguno: todos.',
      pt: 'Ids com os nomes, como {"12": "Café"}. Nenhum: todos.',
    },
  });

export default vtexAction({
  id: 'vtex.price-rule-set',
  version: 1,
  name: {
    en: 'Set rule of a price table',
    es: 'Definir regla de una tabla de precios',
    pt: 'Definir regra de uma tabela de preços',
  },
  help: {
    en: 'Sets one rule of a price table: a percentage on the base price for categories, brands and a range of markups. The rule is known by its number; the other rules of the table are read first and kept, because VTEX replaces them all. What is equal already is not sent.',
    es: 'Define una regla de una tabla de precios: un porcentaje sobre el precio base para categorías, marcas y un rango de márgenes. La regla se reconoce por su número; las demás se leen antes y se conservan, porque VTEX las reemplaza todas. Lo que ya es igual no se envía.',
    pt: 'Define uma regra de uma tabela de preços: uma porcentagem sobre o preço base para categorias, marcas e uma faixa de markup. A regra é reconhecida pelo número; as outras são lidas antes e mantidas, porque a VTEX substitui todas. O que já é igual não é enviado.',
  },
  keywords: ['price rule', 'markup', 'discount', 'regla de precio', 'regra de preço', 'desconto', 'margem'],
  area: 'prices',
  request: write,
  also: [read],
  effect: 'idempotent',
  concurrency: 1,
  saveAs: 'rule',
  path: { priceTableId },
  body: {
    id: target.integer(
      { en: 'Number of the rule', es: 'Número de la regla', pt: 'Número da regra' },
      { required: true, min: 0, suggest: '$exists(regra) ? regra : 1' },
    ),
    percentualModifier: target.number(
      { en: 'Percentage', es: 'Porcentaje', pt: 'Porcentagem' },
      {
        required: true,
        unit: units.percent,
        suggest: '$exists(ajuste) ? ajuste : 0',
        help: {
          en: '−5 makes prices 5 % lower, 10 makes them 10 % higher.',
          es: '−5 baja los precios un 5 %, 10 los sube un 10 %.',
          pt: '−5 baixa os preços em 5%, 10 os aumenta em 10%.',
        },
      },
    ),
    categories: ids({ en: 'Categories', es: 'Categorías', pt: 'Categorias' }),
    brands: ids({ en: 'Brands', es: 'Marcas', pt: 'Marcas' }),
    from: target.number({ en: 'Markup from', es: 'Margen desde', pt: 'Markup de' }, { unit: units.percent }),
    to: target.number({ en: 'Markup to', es: 'Margen hasta', pt: 'Markup até' }, { unit: units.percent }),
  },
  prepare: () => ({ run: (values, { store }) => setRule(values, store) }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'priceTableId', expression: 'tabela' },
        { target: 'id', expression: 'regra' },
        { target: 'percentualModifier', expression: 'ajuste' },
      ],
      saveAs: 'rule',
    },
    input: [{ tabela: 'gold', regra: 2, ajuste: -10 }],
    output: {
      out: [
        {
          ...{ tabela: 'gold', regra: 2, ajuste: -10 },
          rule: { tradePolicyId: 'gold', id: 2, percentualModifier: -10, change: 'set', rules: 2 },
        },
      ],
    },
  },
});

function setRule(values: Values, store: Store): Promise<JsonObject> {
  const table = String(values['priceTableId']);
  const shown = {
    tradePolicyId: table,
    id: values['id'] ?? null,
    percentualModifier: values['percentualModifier'] ?? null,
  };
  return store.lock(`price-rules:${table}`, async () => {
    const params = { priceTableId: table };
    const held = (await store.find(read, { params }))?.['rules'];
    const rules = Array.isArray(held) ? held.filter(isJsonObject) : [];
    const before = rules.find(({ id }) => id === values['id']);
    const rule = ruleOf(values, before);
    if (before && JSON.stringify(before) === JSON.stringify(rule)) {
      return { ...shown, change: 'unchanged', rules: rules.length };
    }
    const all = before ? rules.map((one) => (one === before ? rule : one)) : [...rules, rule];
    await store.send(write, { params, body: { rules: all } });
    return { ...shown, change: 'set', rules: all.length };
  });
}

/** The rule with what is mapped, over what it was. */
function ruleOf(
  { id, percentualModifier, categories, brands, from, to }: Values,
  before?: JsonObject,
): JsonObject {
  const context = isJsonObject(before?.['context']) ? before['context'] : {};
  const range = isJsonObject(context['markupRange']) ? context['markupRange'] : {};
  const markupRange: Json =
    from === undefined && to === undefined
      ? (context['markupRange'] ?? null)
      : { from: from ?? range['from'] ?? 0, to: to ?? range['to'] ?? 0 };
  return {
    ...before,
    id: id ?? null,
    context: {
      ...context,
      categories: categories ?? context['categories'] ?? {},
      brands: brands ?? context['brands'] ?? {},
      ...(markupRange !== null && { markupRange }),
    },
    percentualModifier: percentualModifier ?? null,
  };
}

// Makes promotions of rows: each SKU with a percentage of its own. Needs all rows of a name, because VTEX replaces the list.
import {
  defineNode,
  isJsonObject,
  NOTE,
  UserError,
  type BarrierContext,
  type Json,
  type MappingLine,
  type NodeContext,
  type PreparedAction,
  type Row,
} from '@eclusa/flow';
import { compileMapping } from '../vtex/mapping';
import { rethrow } from '../vtex/remote';
import { openStore } from '../vtex/store';
import { skuId, target, units, type Targets } from '../vtex/targets';
import { connectionField, mappingField, saved, saveAsField } from '../vtex/vtex-action';
import { promotionName } from './promotion-targets';
import { addSku, importAgain, importPromotion, savePromotion, type SkuPromotion } from './promotion-skus';
import { searchPromotions } from './promotion-write';

interface Config extends Record<string, Json> {
  connection: string;
  mapping: MappingLine[];
  cumulative: boolean;
  withManualPrices: boolean;
  saveAs: string;
}

/** Names in one run: VTEX lets a store have about a hundred active promotions. */
const mostNames = 1000;

const date = {
  help: {
    en: 'The same for all rows of a promotion. With its time zone, as in 2026-11-27T00:00:00-03:00; without one it is UTC.',
    es: 'La misma para todas las filas de una promoción. Con su zona horaria, como 2026-11-27T00:00:00-03:00; sin ella es UTC.',
    pt: 'A mesma em todas as linhas de uma promoção. Com o fuso horário, como 2026-11-27T00:00:00-03:00; sem ele é UTC.',
  },
  required: true,
};

const targets: Targets = {
  name: promotionName,
  sku: skuId,
  effect: target.number(
    { en: 'Discount in percent', es: 'Descuento en porcentaje', pt: 'Desconto em porcentagem' },
    {
      required: true,
      min: 0.01,
      max: 100,
      unit: units.percent,
      suggest: '$exists(desconto) ? desconto : 10',
    },
  ),
  beginDate: target.date(
    { en: 'Begins', es: 'Comienza', pt: 'Começa' },
    { ...date, suggest: '$exists(inicio) ? inicio : data' },
  ),
  endDate: target.date(
    { en: 'Ends', es: 'Termina', pt: 'Termina' },
    { ...date, suggest: '$exists(fim) ? fim : data' },
  ),
};

export default defineNode<Config>({
  id: 'vtex.promotion-skus-set',
  version: 1,
  name: {
    en: 'Promotion by SKU and percentage',
    es: 'Promoción por SKU y porcentaje',
    pt: 'Promoção por SKU e porcentagem',
  },
  help: {
    en: 'Makes promotions of rows that give each SKU a percentage of its own: rows of one name are one promotion, which leaves as one row. VTEX replaces the whole list of SKUs, so the box waits for all rows, and those of the run are the list. At most 400 SKUs in a promotion. Of several rows for one SKU the last counts.',
    es: 'Crea promociones a partir de filas que dan a cada SKU su propio porcentaje: las filas de un nombre son una promoción, que sale como una fila. VTEX reemplaza la lista entera de SKU, por eso la caja espera todas las filas, y las de la ejecución son la lista. Como máximo 400 SKU por promoción. De varias filas de un SKU vale la última.',
    pt: 'Cria promoções a partir de linhas que dão a cada SKU a sua porcentagem: as linhas de um nome são uma promoção, que sai como uma linha. A VTEX substitui a lista inteira de SKUs, então a caixa espera todas as linhas, e as da execução são a lista. No máximo 400 SKUs por promoção. De várias linhas de um SKU vale a última.',
  },
  keywords: [
    ...['vtex', 'promotion', 'discount by sku', 'black friday', 'desconto por sku', 'descuento por sku'],
    ...['promoção em massa', 'promoción masiva', 'csv', 'import'],
  ],
  group: 'vtex',
  area: 'promotions',
  requests: [importPromotion, importAgain, searchPromotions],
  fields: {
    connection: connectionField,
    mapping: mappingField(targets),
    cumulative: {
      kind: 'toggle',
      default: false,
      name: {
        en: 'Adds to other promotions',
        es: 'Se acumula con otras promociones',
        pt: 'Acumula com outras promoções',
      },
      help: {
        en: 'On: the customer gets this discount and others. Off: only the best one.',
        es: 'Encendido: el cliente recibe este descuento y otros. Apagado: solo el mejor.',
        pt: 'Ligado: o cliente recebe este desconto e outros. Desligado: só o melhor.',
      },
    },
    withManualPrices: {
      kind: 'toggle',
      default: false,
      advanced: true,
      name: {
        en: 'Also on prices set by hand',
        es: 'También sobre precios definidos a mano',
        pt: 'Também sobre preços definidos à mão',
      },
      help: {
        en: 'Whether items whose price a call centre operator changed get the discount too.',
        es: 'Si también reciben el descuento los ítems cuyo precio cambió un operador a mano.',
        pt: 'Se também recebem o desconto os itens cujo preço um operador alterou à mão.',
      },
    },
    saveAs: saveAsField('promotion'),
  },
  behaviour: {
    kind: 'barrier',
    collect: (inputs, context) => collect(inputs['in'], context),
    each: { effect: 'idempotent', concurrency: 2, prepare: eachPromotion },
  },
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'name', expression: 'promocao' },
        { target: 'sku', expression: 'sku' },
        { target: 'effect', expression: 'desconto' },
        { target: 'beginDate', expression: '"2026-11-27T00:00:00-03:00"' },
        { target: 'endDate', expression: '"2026-11-30T00:00:00-03:00"' },
      ],
      saveAs: 'promotion',
    },
    input: [
      { promocao: 'Black Friday', sku: 1, desconto: 10 },
      { promocao: 'Black Friday', sku: 2, desconto: 25.5 },
    ],
    output: {
      out: [
        {
          name: 'Black Friday',
          beginDate: '2026-11-27T00:00:00-03:00',
          endDate: '2026-11-30T00:00:00-03:00',
          skus: [
            { sku: 1, effect: 10 },
            { sku: 2, effect: 25.5 },
          ],
          rows: 2,
          isTorn: false,
          promotion: {
            id: '00000000-0000-4000-8000-000000000003',
            name: 'Black Friday',
            skus: 2,
            change: 'created',
          },
        },
      ],
    },
  },
});

/** One row for each promotion, and before them the rows whose values are wrong, to fail one by one. */
async function* collect(
  pages: AsyncIterable<Row[]> | undefined,
  { config, parameters, dryRun, pageSize }: BarrierContext<Config>,
): AsyncGenerator<Row[]> {
  const mapping = compileMapping(config.mapping ?? [], { targets, parameters, dryRun });
  const promotions = new Map<string, SkuPromotion>();
  for await (const page of pages ?? []) {
    const wrong: Row[] = [];
    for (const row of page) {
      try {
        addSku(promotions, await mapping.read(row));
      } catch {
        wrong.push(row);
      }
      if (promotions.size > mostNames)
        throw new UserError('nodes.too-many-groups', { values: { limit: mostNames } });
    }
    if (wrong.length > 0) yield wrong;
  }
  const all = [...promotions.values()].map((one): Row => ({ ...one, [NOTE]: 'promotion' }));
  for (let at = 0; at < all.length; at += pageSize) yield all.slice(at, at + pageSize);
}

async function eachPromotion(context: NodeContext<Config>): Promise<PreparedAction> {
  const { config, parameters, dryRun } = context;
  const mapping = compileMapping(config.mapping ?? [], { targets, parameters, dryRun });
  const open = await openStore(context as NodeContext).catch(rethrow);
  const options = {
    cumulative: config.cumulative === true,
    withManualPrices: config.withManualPrices === true,
  };
  return {
    async run(row, { note, signal }) {
      if (note !== 'promotion' && !isPromotion(row)) {
        await mapping.read(row);
        // A row by itself must not become the whole list.
        throw new UserError('vtex.promotion-row-alone');
      }
      const answer = await savePromotion(row as SkuPromotion, open(signal), options);
      return saved(row, config.saveAs ?? 'promotion', answer);
    },
  };
}

/** A promotion that failed and is tried again. */
function isPromotion(row: Row): row is SkuPromotion {
  const { skus, name, rows } = row;
  const isList = Array.isArray(skus) && skus.every((one) => isJsonObject(one) && 'effect' in one);
  return isList && typeof name === 'string' && typeof rows === 'number';
}

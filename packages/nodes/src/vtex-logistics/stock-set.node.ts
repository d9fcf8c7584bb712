// Sets the stock of one SKU in one warehouse, as a balance. Uses the narrowest write, so that nothing is zeroed.
import { UserError, type Json, type JsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import { asObject, hasStatus, retold } from '../vtex/remote';
import type { Store } from '../vtex/store';
import { maxId, skuId, target, units, warehouseId } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';

const whole = 'PUT /api/logistics/pvt/inventory/skus/{skuId}/warehouses/{warehouseId}';
const quantityOnly = 'PATCH /api/logistics/pvt/inventory/skus/{skuId}/warehouses/{warehouseId}/quantity';
const balanceOf = 'GET /api/logistics/pvt/inventory/skus/{skuId}';
const leadTimeOnly = 'PATCH /api/logistics/pvt/inventory/skus/{skuId}/warehouses/{warehouseId}/lead-time';

export default vtexAction({
  id: 'vtex.stock-set',
  version: 1,
  name: { en: 'Set stock', es: 'Definir stock', pt: 'Definir estoque' },
  help: {
    en: 'Sets how many units of a SKU a warehouse has: the balance on the shelf, never a difference. VTEX never lowers it by itself, and each write drops the reservations of orders already in handling, so send the balance after picking, best after invoicing. Mapping only the quantity leaves the lead time alone and makes an unlimited stock limited.',
    es: 'Define cuántas unidades de un SKU tiene un almacén: el saldo físico, nunca una diferencia. VTEX nunca lo reduce por sí sola, y cada escritura elimina las reservas de pedidos que ya están en preparación: envíe el saldo después de separar, mejor después de facturar. Si mapea solo la cantidad, el plazo no cambia y un stock ilimitado pasa a ser limitado.',
    pt: 'Define quantas unidades de um SKU um estoque tem: o saldo físico, nunca uma diferença. A VTEX nunca o reduz sozinha, e cada escrita descarta as reservas de pedidos já em manuseio, então envie o saldo depois de separar, de preferência depois de faturar. Mapear só a quantidade não mexe no prazo e torna limitado um estoque ilimitado.',
  },
  keywords: [
    'stock',
    'inventory',
    'estoque',
    'saldo',
    'existencias',
    'inventario',
    'warehouse',
    'depósito',
    'almacén',
  ],
  area: 'logistics',
  request: whole,
  also: [quantityOnly, leadTimeOnly, balanceOf],
  effect: 'idempotent',
  saveAs: 'stock',
  path: { skuId, warehouseId },
  body: {
    quantity: target.integer(
      { en: 'Quantity', es: 'Cantidad', pt: 'Quantidade' },
      {
        min: 0,
        max: maxId,
        unit: units.pieces,
        suggest: '$parseNumber(estoque, ",")',
        help: {
          en: 'The physical balance. A negative one is refused: find out why your ERP says so.',
          es: 'El saldo físico. Uno negativo se rechaza: averigüe por qué lo informa su ERP.',
          pt: 'O saldo físico. Um negativo é recusado: descubra por que o seu ERP o informa.',
        },
      },
    ),
    unlimitedQuantity: target.boolean(
      { en: 'Unlimited', es: 'Ilimitado', pt: 'Ilimitado' },
      {
        help: {
          en: 'Yes: always available, whatever the quantity.',
          es: 'Sí: siempre disponible, sea cual sea la cantidad.',
          pt: 'Sim: sempre disponível, seja qual for a quantidade.',
        },
      },
    ),
    leadTime: target.text(
      { en: 'Lead time', es: 'Plazo de preparación', pt: 'Prazo de preparo' },
      {
        unit: units.leadTime,
        maxLength: 20,
        help: {
          en: 'Added to the delivery time: days (3) or days.hours:minutes:seconds (3.12:00:00).',
          es: 'Se suma al plazo de entrega: días (3) o días.horas:minutos:segundos (3.12:00:00).',
          pt: 'Somado ao prazo de entrega: dias (3) ou dias.horas:minutos:segundos (3.12:00:00).',
        },
      },
    ),
  },
  prepare: () => ({ run: (values, { store }) => setStock(values, store) }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'skuId', expression: '1' },
        { target: 'warehouseId', expression: 'deposito' },
        { target: 'quantity', expression: 'saldo' },
      ],
      saveAs: 'stock',
    },
    input: [{ codigo: 'S-1', deposito: '1_1', saldo: 120 }],
    output: {
      out: [
        {
          codigo: 'S-1',
          deposito: '1_1',
          saldo: 120,
          stock: { skuId: 1, warehouseId: '1_1', quantity: 120, unlimitedQuantity: false, change: 'set' },
        },
      ],
    },
  },
});

async function setStock(values: Values, store: Store): Promise<JsonObject> {
  const { skuId: sku = null, warehouseId: warehouse = null } = values;
  const { request, body } = stockRequest(values);
  const params = { skuId: sku as number, warehouseId: warehouse as string };
  try {
    await store.send(request, { params, body, before: () => stockBefore(values, store) });
  } catch (error) {
    if (hasStatus(error, 404)) throw retold('vtex.sku-unknown', error, { skuId: sku });
    throw error;
  }
  return { skuId: sku, warehouseId: warehouse, ...body, change: 'set' };
}

/** What the warehouse has now, under the names of the write; null when it never had the SKU. */
async function stockBefore({ skuId: sku, warehouseId: id }: Values, store: Store): Promise<Json | undefined> {
  if (typeof sku !== 'number') return undefined;
  const balance = (await store.find(balanceOf, { params: { skuId: sku } }))?.['balance'];
  if (!Array.isArray(balance)) return null;
  const own = balance.map(asObject).find((one) => one?.['warehouseId'] === id);
  if (!own) return null;
  const { totalQuantity = null, hasUnlimitedQuantity = null, leadTime = null, timeToRefill = null } = own;
  return {
    quantity: totalQuantity,
    unlimitedQuantity: hasUnlimitedQuantity,
    leadTime: leadTime ?? timeToRefill,
  };
}

/** The narrowest write that carries what is mapped: PUT zeroes what it is not sent. Throws UserError when nothing is. */
export function stockRequest(values: Values): { request: string; body: JsonObject } {
  const { quantity, unlimitedQuantity } = values;
  const leadTime = values['leadTime'] === undefined ? undefined : toLeadTime(values['leadTime']);
  if (quantity === undefined && unlimitedQuantity !== true) {
    if (leadTime !== undefined && unlimitedQuantity === undefined)
      return { request: leadTimeOnly, body: { leadTime } };
    throw new UserError('vtex.stock-without-quantity');
  }
  const amounts = { quantity: quantity ?? 0, unlimitedQuantity: unlimitedQuantity ?? false };
  if (leadTime === undefined) return { request: quantityOnly, body: amounts };
  return { request: whole, body: { ...amounts, leadTime } };
}

/** `3` is three days. Hours alone are refused: VTEX would read 78:00:00 as 78 days. */
function toLeadTime(value: Json): string {
  const text = String(value);
  if (/^\d{1,4}$/.test(text)) return `${Number(text)}.00:00:00`;
  if (/^(\d{1,4}\.)?([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text)) return text;
  throw new UserError('vtex.lead-time-invalid', { values: { value: text } });
}

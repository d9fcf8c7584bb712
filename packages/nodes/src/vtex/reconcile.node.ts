// Compares a value of the ERP with what the store has, row by row, and sorts the rows by how they compare.
import {
  defineNode,
  UserError,
  type Json,
  type NodeContext,
  type Port,
  type PreparedAction,
} from '@eclusa/flow';
import { urgencyOf } from '@eclusa/vtex';
import { evaluator } from '../transform/evaluation';
import { coerce } from './coerce';
import { reconcileFields } from './reconcile-fields';
import { asObject, rethrow } from './remote';
import { openStore, type Store } from './store';
import { skuId, target, warehouseId } from './targets';

interface Config extends Record<string, Json> {
  what: 'stock' | 'available' | 'price' | 'order-status';
  sku: string;
  warehouse: string;
  order: string;
  value: string;
  tolerance: number;
  tolerancePercent: number;
  saveAs: string;
}

const stock = 'GET /api/logistics/pvt/inventory/skus/{skuId}';
const price = 'GET /pricing/prices/{itemId}';
const order = 'GET /api/oms/pvt/orders/{orderId}';

const ports: Port[] = [
  { id: 'different', type: 'row', name: { en: 'Different', es: 'Distintas', pt: 'Diferentes' } },
  { id: 'equal', type: 'row', name: { en: 'Equal', es: 'Iguales', pt: 'Iguais' } },
  {
    id: 'missing',
    type: 'row',
    name: { en: 'Not at VTEX', es: 'No están en VTEX', pt: 'Não estão na VTEX' },
  },
];

export default defineNode<Config>({
  id: 'vtex.reconcile',
  version: 1,
  name: {
    en: 'Compare with the store',
    es: 'Comparar con la tienda',
    pt: 'Comparar com a loja',
  },
  help: {
    en: 'Reads what the store has for each row and compares it with your ERP: stock of a SKU in a warehouse, its base price, or the status of an order. Rows that differ by more than the tolerance leave by "Different" with both values and the gap, the others by "Equal"; what VTEX does not have leaves by "Not at VTEX". It writes nothing. An unlimited stock has no number and always counts as different.',
    es: 'Lee lo que la tienda tiene para cada fila y lo compara con su ERP: el stock de un SKU en un almacén, su precio base o el estado de un pedido. Las filas que difieren más que la tolerancia salen por «Distintas» con ambos valores y la diferencia, las demás por «Iguales»; lo que VTEX no tiene sale por «No están en VTEX». No escribe nada. Un stock ilimitado no tiene número y siempre cuenta como distinto.',
    pt: 'Lê o que a loja tem para cada linha e compara com o seu ERP: o estoque de um SKU num depósito, o preço base ou o status de um pedido. Linhas que diferem mais que a tolerância saem por "Diferentes" com os dois valores e a diferença, as outras por "Iguais"; o que a VTEX não tem sai por "Não estão na VTEX". Não grava nada. Um estoque ilimitado não tem número e sempre conta como diferente.',
  },
  group: 'vtex',
  area: 'any',
  keywords: [
    ...['vtex', 'reconcile', 'reconciliation', 'compare', 'difference', 'audit', 'conciliação', 'conciliar'],
    ...['conciliación', 'comparar', 'divergência', 'divergencia', 'diferencia', 'conferência', 'inventário'],
  ],
  requests: [stock, price, order],
  outputs: ports,
  fields: reconcileFields,
  behaviour: {
    kind: 'action',
    effect: 'read',
    urgency: ({ what }) => urgencyOf(what === 'price' ? '/pricing/' : '/api/logistics/'),
    prepare,
  },
  example: {
    config: {
      connection: 'store',
      what: 'price',
      sku: '1',
      value: 'preco',
      tolerance: 0.01,
      saveAs: 'reconciled',
    },
    input: [
      { codigo: 'S-1', preco: 1299.9 },
      { codigo: 'S-1', preco: 1199.9 },
    ],
    output: {
      equal: [{ codigo: 'S-1', preco: 1299.9, reconciled: { erp: 1299.9, vtex: 1299.9, gap: 0 } }],
      different: [{ codigo: 'S-1', preco: 1199.9, reconciled: { erp: 1199.9, vtex: 1299.9, gap: 100 } }],
    },
  },
});

async function prepare(context: NodeContext<Config>): Promise<PreparedAction> {
  const { config, parameters } = context;
  const { what } = config;
  const read = (source: string, name: string) => evaluator(source ?? '', name, parameters);
  const isOrder = what === 'order-status';
  const isStock = what === 'stock' || what === 'available';
  const value = read(config.value, 'value');
  const key = isOrder ? read(config.order, 'order') : read(config.sku, 'sku');
  const place = isStock ? read(config.warehouse, 'warehouse') : undefined;
  const open = await openStore(context as unknown as NodeContext).catch(rethrow);
  const saveAs = (config.saveAs ?? 'reconciled').trim();

  return {
    async run(row, call) {
      const store = open(call.signal);
      const type = isOrder ? target.text : target.number;
      const erp = coerce('value', type(valueName, { required: true }), await value(row)) as string | number;
      const id = coerce(isOrder ? 'orderId' : 'skuId', isOrder ? orderId : skuId, await key(row));
      const warehouse = place && coerce('warehouseId', warehouseId, await place(row));
      const vtex = await valueOf(store, what, id as string | number, warehouse as string | undefined);
      const told = { erp, vtex: vtex ?? null, ...gapOf(erp, vtex) };
      const port = vtex === undefined ? 'missing' : isEqual(erp, vtex, config) ? 'equal' : 'different';
      return [{ port, value: saveAs === '' ? row : { ...row, [saveAs]: told } }];
    },
  };
}

const valueName = { en: 'Value of your ERP', es: 'Valor de su ERP', pt: 'Valor do seu ERP' };
const orderId = target.text(
  { en: 'Order id', es: 'Id del pedido', pt: 'Id do pedido' },
  { required: true, maxLength: 100 },
);

/** What the store has; undefined when it does not know the thing. */
async function valueOf(
  store: Store,
  what: Config['what'],
  id: string | number,
  warehouse: string | undefined,
): Promise<Json | undefined> {
  if (what === 'price') {
    const held = await store.find(price, { params: { itemId: id } });
    return held?.['basePrice'] ?? undefined;
  }
  if (what === 'order-status') {
    const held = await store.find(order, { params: { orderId: id } });
    // A broken or unfinished order is there, without a status.
    return held === null ? undefined : (held['status'] ?? '');
  }
  const balance = (await store.find(stock, { params: { skuId: id } }))?.['balance'];
  const lines = Array.isArray(balance) ? balance.map(asObject) : [];
  const own = lines.find((line) => line?.['warehouseId'] === warehouse);
  if (!own) return undefined;
  if (own['hasUnlimitedQuantity'] === true) return 'unlimited';
  const [total, reserved] = [own['totalQuantity'], own['reservedQuantity'] ?? 0];
  if (typeof total !== 'number' || typeof reserved !== 'number')
    throw new UserError('vtex.answer-without-list', { values: { request: stock } });
  return what === 'stock' ? total : total - reserved;
}

function gapOf(erp: string | number, vtex: Json | undefined): { gap?: number } {
  return typeof erp === 'number' && typeof vtex === 'number' ? { gap: rounded(vtex - erp) } : {};
}

// Decimals are not exact in binary: 0.3 - 0.2 must be 0.1 when it is compared with a tolerance of 0.1.
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function isEqual(erp: string | number, vtex: Json, { tolerance = 0, tolerancePercent = 0 }: Config): boolean {
  if (typeof erp !== 'number' || typeof vtex !== 'number')
    return String(erp).toLowerCase() === String(vtex).toLowerCase();
  const most = Math.max(tolerance, (Math.abs(erp) * tolerancePercent) / 100);
  return rounded(Math.abs(vtex - erp)) <= rounded(most);
}

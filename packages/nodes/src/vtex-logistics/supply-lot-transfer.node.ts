// Makes the units of a lot that has arrived stock. A repeat must not add them twice, so the lot is looked up first.
import { UserError, type Json, type JsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import { asObject } from '../vtex/remote';
import type { Store } from '../vtex/store';
import { skuId, warehouseId } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { supplyLotId } from './terms';

const list = 'GET /api/logistics/pvt/inventory/items/{skuId}/warehouses/{warehouseId}/supplyLots';
const request =
  'POST /api/logistics/pvt/inventory/items/{skuId}/warehouses/{warehouseId}/supplyLots/{supplyLotId}/transfer';

export default vtexAction({
  id: 'vtex.supply-lot-transfer',
  version: 1,
  name: { en: 'Receive scheduled stock', es: 'Recibir stock programado', pt: 'Receber estoque agendado' },
  help: {
    en: 'Moves the units of a supply lot into the stock of its warehouse, when the goods are there. It adds to the balance: do not send the same units by "Set stock" too, which sets a whole balance. A lot that is not there (any more) fails the row, so nothing is received twice.',
    es: 'Pasa las unidades de un lote de abastecimiento al stock de su almacén, cuando la mercadería llegó. Suma al saldo: no envíe las mismas unidades también con «Definir stock», que fija un saldo completo. Un lote que no existe (o ya no) hace fallar la fila, así nada se recibe dos veces.',
    pt: 'Passa as unidades de um lote de abastecimento para o saldo do estoque, quando a mercadoria chegou. Soma ao saldo: não envie as mesmas unidades também por "Definir estoque", que fixa um saldo inteiro. Um lote que não existe (ou não existe mais) faz a linha falhar, assim nada é recebido duas vezes.',
  },
  keywords: [
    'supply lot',
    'transfer',
    'receive',
    'recebimento',
    'entrada de estoque',
    'lote',
    'recepción',
    'receber',
  ],
  area: 'logistics',
  request,
  also: [list],
  effect: 'create',
  saveAs: 'lot',
  path: { skuId, warehouseId, supplyLotId },
  prepare: () => ({
    async run(values, { store, existing }) {
      if (existing) return existing;
      const quantity = await lotQuantity(values, store);
      if (quantity === null)
        throw new UserError('vtex.supply-lot-unknown', { values: { lot: values['supplyLotId'] ?? null } });
      await store.send(request, { params: values as Record<string, string | number> });
      return { ...values, quantity, change: 'transferred' };
    },
    // The attempt that was cut off would have told of a lot that never was there: one that is gone was transferred by it.
    async findExisting(values, { store }) {
      return (await lotQuantity(values, store)) === null ? { ...values, change: 'transferred' } : null;
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'skuId', expression: 'sku' },
        { target: 'warehouseId', expression: 'deposito' },
        { target: 'supplyLotId', expression: 'compra' },
      ],
      saveAs: 'lot',
    },
    input: [{ sku: 1, deposito: '1_1', compra: 'OC-50' }],
    output: {
      out: [
        {
          sku: 1,
          deposito: '1_1',
          compra: 'OC-50',
          lot: { skuId: 1, warehouseId: '1_1', supplyLotId: 'OC-50', quantity: 30, change: 'transferred' },
        },
      ],
    },
  },
});

/** Units of the lot, or null when it is not there. */
async function lotQuantity(values: Values, store: Store): Promise<Json> {
  const { supplyLotId: lot, ...params } = values;
  const lots = await store.send(list, { params: params as Record<string, string | number> });
  const all = Array.isArray(lots) ? lots.map((one): JsonObject | null => asObject(one)) : [];
  return all.find((one) => one?.['supplyLotId'] === lot)?.['totalQuantity'] ?? null;
}

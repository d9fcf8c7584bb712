// Says how many units of a SKU will arrive at a warehouse and when, under a lot id of ours.
import { hasStatus, retold } from '../vtex/remote';
import { maxId, skuId, target, units, warehouseId } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { supplyLotId } from './terms';
import { listWarehouses, Warehouses } from './warehouses';

const request =
  'PUT /api/logistics/pvt/inventory/items/{skuId}/warehouses/{warehouseId}/supplyLots/{supplyLotId}';

export default vtexAction({
  id: 'vtex.supply-lot-save',
  version: 1,
  name: { en: 'Set scheduled stock', es: 'Definir stock programado', pt: 'Definir estoque agendado' },
  help: {
    en: 'Says how many units of a SKU will arrive at a warehouse and when, so that they can be sold before. The same lot id replaces the same lot: map quantity and date always. When the goods are there, "Receive scheduled stock" makes them stock. Not used where orders are split between sellers or franchises. A warehouse id in other capitals than VTEX has is refused.',
    es: 'Indica cuántas unidades de un SKU llegarán a un almacén y cuándo, para poder venderlas antes. El mismo id de lote reemplaza el mismo lote: mapee siempre cantidad y fecha. Cuando la mercadería llega, «Recibir stock programado» la convierte en stock. No se usa donde los pedidos se reparten entre vendedores o franquicias. Un id de almacén con otras mayúsculas que las de VTEX se rechaza.',
    pt: 'Informa quantas unidades de um SKU vão chegar a um estoque e quando, para poderem ser vendidas antes. O mesmo id de lote substitui o mesmo lote: mapeie sempre quantidade e data. Quando a mercadoria chega, "Receber estoque agendado" a transforma em estoque. Não vale onde pedidos são divididos entre sellers ou franquias. Um id de estoque com maiúsculas diferentes das da VTEX é recusado.',
  },
  keywords: [
    'supply lot',
    'scheduled stock',
    'presale',
    'estoque futuro',
    'pré-venda',
    'lote',
    'preventa',
    'backorder',
  ],
  area: 'logistics',
  request,
  also: [listWarehouses],
  effect: 'idempotent',
  saveAs: 'lot',
  path: { skuId, warehouseId, supplyLotId },
  body: {
    quantity: target.integer(
      { en: 'Quantity', es: 'Cantidad', pt: 'Quantidade' },
      {
        required: true,
        min: 0,
        max: maxId,
        unit: units.pieces,
        suggest: '$exists(quantidade) ? quantidade : 0',
      },
    ),
    dateOfSupplyUtc: target.date(
      { en: 'Arrives on', es: 'Llega el', pt: 'Chega em' },
      { required: true, suggest: 'data' },
    ),
    keepSellingAfterExpiration: target.boolean({
      en: 'Keep selling after that date',
      es: 'Seguir vendiendo después de esa fecha',
      pt: 'Continuar vendendo depois dessa data',
    }),
  },
  prepare: () => {
    const warehouses = new Warehouses();
    return {
      async run(values, { store }) {
        const { skuId: sku, warehouseId: warehouse, supplyLotId: lot, ...body } = values;
        await warehouses.check(String(warehouse), store);
        const params = { skuId: sku as number, warehouseId: String(warehouse), supplyLotId: String(lot) };
        try {
          await store.send(request, { params, body });
        } catch (error) {
          if (hasStatus(error, 404)) throw retold('vtex.sku-unknown', error, { skuId: sku ?? null });
          throw error;
        }
        return { ...values, change: 'set' };
      },
    };
  },
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'skuId', expression: 'sku' },
        { target: 'warehouseId', expression: 'deposito' },
        { target: 'supplyLotId', expression: 'compra' },
        { target: 'quantity', expression: 'quantidade' },
        { target: 'dateOfSupplyUtc', expression: 'chegada' },
      ],
      saveAs: 'lot',
    },
    input: [{ sku: 1, deposito: '1_1', compra: 'OC-77', quantidade: 40, chegada: '2026-12-10' }],
    output: {
      out: [
        {
          sku: 1,
          deposito: '1_1',
          compra: 'OC-77',
          quantidade: 40,
          chegada: '2026-12-10',
          lot: {
            skuId: 1,
            warehouseId: '1_1',
            supplyLotId: 'OC-77',
            quantity: 40,
            dateOfSupplyUtc: '2026-12-10T00:00:00',
            change: 'set',
          },
        },
      ],
    },
  },
});

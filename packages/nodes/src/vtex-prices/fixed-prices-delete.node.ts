// Deletes the fixed prices of a SKU in one price table. One that has none there is as it should be.
import { hasStatus } from '../vtex/remote';
import { skuId } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { priceTableId } from './price-targets';

const request = 'DELETE /pricing/prices/{itemId}/fixed/{priceTableId}';

export default vtexAction({
  id: 'vtex.fixed-prices-delete',
  version: 1,
  name: {
    en: 'Delete prices from a price table',
    es: 'Eliminar precios de una tabla de precios',
    pt: 'Excluir preços de uma tabela de preços',
  },
  help: {
    en: 'Deletes all fixed prices that one SKU has in one price table, whatever their quantity or period. Base price and other tables stay.',
    es: 'Elimina todos los precios fijos que un SKU tiene en una tabla de precios, sin importar cantidad ni período. El precio base y las demás tablas no cambian.',
    pt: 'Exclui todos os preços fixos que um SKU tem em uma tabela de preços, qualquer que seja a quantidade ou o período. O preço base e as outras tabelas ficam.',
  },
  keywords: ['fixed price', 'precio fijo', 'preço fixo', 'tabela', 'tabla', 'delete', 'eliminar', 'excluir'],
  area: 'prices',
  request,
  effect: 'idempotent',
  path: { itemId: skuId, priceTableId },
  saveAs: 'price',
  prepare: () => ({
    async run({ itemId, priceTableId: table }, { store }) {
      const shown = { skuId: itemId ?? null, tradePolicyId: table ?? null };
      const params = { itemId: itemId as number, priceTableId: String(table) };
      try {
        await store.send(request, { params });
        return { ...shown, change: 'deleted' };
      } catch (error) {
        if (hasStatus(error, 404)) return { ...shown, change: 'unchanged' };
        throw error;
      }
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'itemId', expression: 'sku' },
        { target: 'priceTableId', expression: '"gold"' },
      ],
      saveAs: 'price',
    },
    input: [{ sku: 1 }],
    output: { out: [{ sku: 1, price: { skuId: 1, tradePolicyId: 'gold', change: 'deleted' } }] },
  },
});

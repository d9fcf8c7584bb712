// Deletes the price of a SKU, fixed prices included. One that has none is as it should be.
import { hasStatus } from '../vtex/remote';
import { skuId } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';

const request = 'DELETE /pricing/prices/{itemId}';

export default vtexAction({
  id: 'vtex.price-delete',
  version: 1,
  name: { en: 'Delete price of a SKU', es: 'Eliminar precio de un SKU', pt: 'Excluir preço de um SKU' },
  help: {
    en: 'Deletes base price, list price and every fixed price of one SKU. Without a price it cannot be bought. A SKU that has no price is left as it is. VTEX lets 16 deletions a second through.',
    es: 'Elimina el precio base, el de lista y todos los precios fijos de un SKU. Sin precio no se puede comprar. Un SKU sin precio queda como está. VTEX deja pasar 16 eliminaciones por segundo.',
    pt: 'Exclui o preço base, o de lista e todos os preços fixos de um SKU. Sem preço ele não pode ser comprado. Um SKU sem preço fica como está. A VTEX deixa passar 16 exclusões por segundo.',
  },
  keywords: ['delete price', 'eliminar precio', 'borrar', 'excluir preço', 'apagar', 'remover'],
  area: 'prices',
  request,
  effect: 'idempotent',
  path: { itemId: skuId },
  saveAs: 'price',
  prepare: () => ({
    async run({ itemId }, { store }) {
      try {
        await store.send(request, { params: { itemId: itemId as number } });
        return { skuId: itemId ?? null, change: 'deleted' };
      } catch (error) {
        if (hasStatus(error, 404)) return { skuId: itemId ?? null, change: 'unchanged' };
        throw error;
      }
    },
  }),
  example: {
    config: { connection: 'store', mapping: [{ target: 'itemId', expression: 'sku' }], saveAs: 'price' },
    input: [{ sku: 1 }, { sku: 2 }],
    output: {
      out: [
        { sku: 1, price: { skuId: 1, change: 'deleted' } },
        { sku: 2, price: { skuId: 2, change: 'unchanged' } },
      ],
    },
  },
});

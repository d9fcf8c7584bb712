// Deletes everything VTEX holds of one SKU’s price.
import { skuId } from '../vtex/targets';
import { priceRemoval } from './price-removal';

export default priceRemoval({
  id: 'vtex.price-delete',
  name: { en: 'Delete price', es: 'Eliminar precio', pt: 'Excluir preço' },
  help: {
    en: 'Deletes the base price of one SKU and all of its fixed prices. Without a price it is not sold any more. A SKU without a price counts as deleted.',
    es: 'Elimina el precio base de un SKU y todos sus precios fijos. Sin precio deja de venderse. Un SKU sin precio cuenta como eliminado.',
    pt: 'Exclui o preço base de um SKU e todos os seus preços fixos. Sem preço ele deixa de ser vendido. Um SKU sem preço conta como excluído.',
  },
  keywords: ['delete price', 'excluir preço', 'eliminar precio', 'remover preço', 'borrar precio'],
  request: 'DELETE /pricing/prices/{itemId}',
  path: { itemId: skuId },
  saveAs: 'price',

  example: {
    config: { connection: 'store', mapping: [{ target: 'itemId', expression: 'sku' }], saveAs: 'price' },
    input: [{ sku: 1 }, { sku: 99 }],
    output: {
      out: [
        { sku: 1, price: { itemId: 1, change: 'deleted' } },
        { sku: 99, price: { itemId: 99, change: 'unchanged' } },
      ],
    },
  },
});

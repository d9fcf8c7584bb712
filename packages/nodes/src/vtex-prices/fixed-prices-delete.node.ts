// Deletes the fixed prices of one SKU in one table.
import { skuId } from '../vtex/targets';
import { priceRemoval } from './price-removal';
import { priceTable } from './terms';

export default priceRemoval({
  id: 'vtex.fixed-prices-delete',
  name: {
    en: 'Delete fixed prices of a table',
    es: 'Eliminar precios fijos de una tabla',
    pt: 'Excluir preços fixos de uma tabela',
  },
  help: {
    en: 'Deletes all fixed prices of one SKU in one price table: every quantity and period. The base price and other tables stay. One that is not there counts as deleted.',
    es: 'Elimina todos los precios fijos de un SKU en una tabla de precios: cada cantidad y período. El precio base y las demás tablas quedan. Lo que no existe cuenta como eliminado.',
    pt: 'Exclui todos os preços fixos de um SKU em uma tabela de preços: cada quantidade e período. O preço base e as outras tabelas ficam. O que não existe conta como excluído.',
  },
  keywords: [
    'delete fixed price',
    'excluir preço fixo',
    'eliminar precio fijo',
    'remover preço da tabela',
    'borrar',
  ],
  request: 'DELETE /pricing/prices/{itemId}/fixed/{priceTableId}',
  path: { itemId: skuId, priceTableId: priceTable },
  saveAs: 'fixedPrices',

  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'itemId', expression: 'sku' },
        { target: 'priceTableId', expression: '"gold"' },
      ],
      saveAs: 'fixedPrices',
    },
    input: [{ sku: 1 }],
    output: { out: [{ sku: 1, fixedPrices: { itemId: 1, priceTableId: 'gold', change: 'deleted' } }] },
  },
});

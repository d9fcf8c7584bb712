// Sets the price of a SKU, in decimal currency: 24.99, not 2499.
import { skuId } from '../vtex/targets';
import { soapCall } from './soap-box';
import { prices } from './soap-places';

export default soapCall({
  id: 'vtex.soap-price-set',
  name: { en: 'Set price', es: 'Definir precio', pt: 'Definir preço' },
  help: {
    en: 'Sets the price of a SKU, in decimal currency: 24.99, not 2499. Fixed prices of tables and quantities stay.',
    es: 'Define el precio de un SKU, en moneda decimal: 24.99, no 2499. Los precios fijos de tablas y cantidades se conservan.',
    pt: 'Define o preço de um SKU, em moeda com decimais: 24.99, não 2499. Os preços fixos de tabelas e quantidades ficam.',
  },
  keywords: ['price', 'precio', 'preço', 'preco', 'valor', 'StockKeepingUnitPriceUpdate'],
  method: 'StockKeepingUnitPriceUpdate',
  effect: 'idempotent',
  targets: { stockKeepintUnitId: skuId, ...prices },
  saveAs: 'price',
  successor: {
    type: 'vtex.price-set',
    targets: {
      stockKeepintUnitId: 'itemId',
      price: 'basePrice',
      listPrice: 'listPrice',
      costPrice: 'costPrice',
    },
  },
  answer: (values) => ({
    skuId: values['stockKeepintUnitId'] ?? null,
    basePrice: values['price'] ?? null,
    change: 'set',
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'stockKeepintUnitId', expression: '1' },
        { target: 'price', expression: '99.9' },
      ],
      saveAs: 'price',
    },
    input: [{ linha: 1 }],
    output: { out: [{ linha: 1, price: { skuId: 1, basePrice: 99.9, change: 'set' } }] },
  },
});

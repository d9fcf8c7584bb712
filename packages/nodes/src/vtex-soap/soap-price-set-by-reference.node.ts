// Sets the price of the SKU with this reference code (RefId), in decimal currency: 24.99, not 2499.
import { soapCall } from './soap-box';
import { prices, reference } from './soap-places';

export default soapCall({
  id: 'vtex.soap-price-set-by-reference',
  name: {
    en: 'Set price by reference code',
    es: 'Definir precio por código de referencia',
    pt: 'Definir preço pelo código de referência',
  },
  help: {
    en: 'Sets the price of the SKU with this reference code (RefId), in decimal currency: 24.99, not 2499. The REST box wants the id of the SKU: "Find SKU by reference code" gives it.',
    es: 'Define el precio del SKU con este código de referencia (RefId), en moneda decimal: 24.99, no 2499. La caja REST pide el id del SKU: «Buscar SKU por código de referencia» lo da.',
    pt: 'Define o preço do SKU com este código de referência (RefId), em moeda com decimais: 24.99, não 2499. A caixa REST pede o id do SKU: "Localizar SKU por código de referência" o dá.',
  },
  keywords: ['price', 'precio', 'preço', 'preco', 'RefId', 'StockKeepingUnitPriceUpdateByRefId'],
  method: 'StockKeepingUnitPriceUpdateByRefId',
  effect: 'idempotent',
  targets: { stockKeepintUnitRefId: reference, ...prices },
  saveAs: 'price',
  successor: {
    type: 'vtex.price-set',
    targets: { price: 'basePrice', listPrice: 'listPrice', costPrice: 'costPrice' },
  },
  answer: (values) => ({
    refId: values['stockKeepintUnitRefId'] ?? null,
    basePrice: values['price'] ?? null,
    change: 'set',
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'stockKeepintUnitRefId', expression: '"S-1"' },
        { target: 'price', expression: '99.9' },
      ],
      saveAs: 'price',
    },
    input: [{ linha: 1 }],
    output: { out: [{ linha: 1, price: { refId: 'S-1', basePrice: 99.9, change: 'set' } }] },
  },
});

// Sets a SKU's base price. Reads first, because VTEX's PUT deletes every fixed price it is not sent.
import { skuId } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { basePriceTargets, readPrice, setPrice, writePrice } from './price-write';

export default vtexAction({
  id: 'vtex.price-set',
  version: 1,
  name: { en: 'Set price', es: 'Definir precio', pt: 'Definir preço' },
  help: {
    en: 'Sets the base price of one SKU, in decimal currency: 24.99, not 2499. VTEX deletes all fixed prices (tables, quantities, dates) that an update leaves out, so they are read first and kept. Of base price, cost and markup map at most two: VTEX calculates the third. What is equal already is not sent. The store’s search and pages show a change seconds to minutes later.',
    es: 'Define el precio base de un SKU, en moneda decimal: 24.99, no 2499. VTEX elimina los precios fijos (tablas, cantidades, fechas) que una actualización no trae, por eso primero se leen y se conservan. De precio base, costo y margen mapee como máximo dos: VTEX calcula el tercero. Lo que ya es igual no se envía. La búsqueda y las páginas de la tienda muestran un cambio segundos o minutos después.',
    pt: 'Define o preço base de um SKU, em moeda com decimais: 24.99, não 2499. A VTEX apaga os preços fixos (tabelas, quantidades, datas) que uma atualização não traz, por isso eles são lidos antes e mantidos. De preço base, custo e markup mapeie no máximo dois: a VTEX calcula o terceiro. O que já é igual não é enviado. A busca e as páginas da loja mostram uma mudança segundos ou minutos depois.',
  },
  keywords: ['price', 'precio', 'preço', 'preco', 'valor', 'custo', 'costo', 'markup', 'pricing', 'tabela'],
  area: 'prices',
  request: writePrice,
  also: [readPrice],
  effect: 'idempotent',
  saveAs: 'price',
  path: { itemId: skuId },
  body: basePriceTargets,
  prepare: () => ({ run: (values, { store }) => setPrice(values, store) }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'itemId', expression: '1' },
        { target: 'basePrice', expression: 'preco' },
      ],
      saveAs: 'price',
    },
    input: [{ codigo: 'S-1', preco: 1299.9 }],
    output: {
      out: [{ codigo: 'S-1', preco: 1299.9, price: { skuId: 1, basePrice: 1299.9, change: 'set' } }],
    },
  },
});

// Sets the base prices of many SKUs: few by calls of their own, many in a file that VTEX works on.
import type { JsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import { skuId } from '../vtex/targets';
import { vtexBulk } from '../vtex/vtex-bulk';
import { incompleteField } from './incomplete-field';
import { priceFileRequests, priceFileService, priceLine, priceLineKey } from './price-file';
import { basePriceTargets, readPrice, setPrice, writePrice } from './price-write';

export default vtexBulk({
  id: 'vtex.price-load',
  version: 1,
  name: { en: 'Load prices', es: 'Cargar precios', pt: 'Carregar preços' },
  help: {
    en: 'Sets the base prices of many SKUs, in decimal currency. It waits for all rows: few go by single calls, as in "Set price", 33 a second; many go in one file that VTEX works on, and what VTEX refuses leaves by "Failed" with the reason. The answer of each row says which way it went. A line of a file sets cost, base and list price together: rows without all three go by single calls, so that none is lost, unless you say below that they may go in the file. Fixed prices of price tables stay. Of several rows for one SKU the last counts.',
    es: 'Define el precio base de muchos SKU, en moneda decimal. Espera todas las filas: pocas van en llamadas sueltas, como en «Definir precio», 33 por segundo; muchas van en un archivo que VTEX procesa, y lo que VTEX rechaza sale por «Fallidas» con el motivo. La respuesta de cada fila dice por dónde fue. Una línea del archivo fija costo, precio base y de lista juntos: las filas sin los tres van en llamadas sueltas, para no perder ninguno, salvo que indique abajo que pueden ir en el archivo. Los precios fijos de las tablas se conservan. De varias filas de un SKU vale la última.',
    pt: 'Define o preço base de muitos SKUs, em moeda com decimais. Espera todas as linhas: poucas vão em chamadas avulsas, como em "Definir preço", 33 por segundo; muitas vão num arquivo que a VTEX processa, e o que a VTEX recusa sai por "Com falha" com o motivo. A resposta de cada linha diz por onde ela foi. Uma linha do arquivo fixa custo, preço base e de lista juntos: linhas sem os três vão em chamadas avulsas, para não perder nenhum, a não ser que você diga abaixo que podem ir no arquivo. Os preços fixos das tabelas ficam. De várias linhas de um SKU vale a última.',
  },
  keywords: [
    ...['price', 'bulk', 'batch', 'file', 'csv', 'carga de preços', 'preço em massa', 'carga de precios'],
    ...['atualização de preços', 'importar preços'],
  ],
  area: 'prices',
  request: writePrice,
  also: [readPrice, ...priceFileRequests],
  targets: { itemId: skuId, ...basePriceTargets },
  options: {
    incomplete: incompleteField(
      {
        en: 'Rows without cost or list price',
        es: 'Filas sin costo o precio de lista',
        pt: 'Linhas sem custo ou preço de lista',
      },
      {
        en: 'The file sets every price of a row; a cost or list price that is not in it would be lost.',
        es: 'El archivo define todos los precios de una fila; un costo o precio de lista que falte se perdería.',
        pt: 'O arquivo define todos os preços de uma linha; um custo ou preço de lista que falte seria perdido.',
      },
      {
        en: 'In the file: cost as the base price, no list price',
        es: 'En el archivo: costo igual al precio base, sin precio de lista',
        pt: 'No arquivo: custo igual ao preço base, sem preço de lista',
      },
    ),
  },
  threshold: 10_000,
  saveAs: 'price',
  prepare: ({ config }) => ({
    service: priceFileService('base-prices'),
    line(values) {
      const cells = {
        'SKU ID': String(values['itemId']),
        // VTEX wants one; its own advice where there is none is the base price.
        'Cost Price': amount(values, 'costPrice') ?? amount(values, 'basePrice'),
        'Base Price': amount(values, 'basePrice'),
        'List Price': amount(values, 'listPrice'),
      };
      // The file has no column for a markup, and a line without a base price says nothing.
      const fits = values['basePrice'] !== undefined && values['markup'] === undefined;
      const isWhole = values['costPrice'] !== undefined && values['listPrice'] !== undefined;
      const mayGo = fits && (isWhole || config['incomplete'] === 'file');
      return {
        key: priceLineKey('base-prices', cells),
        cells: mayGo ? priceLine('base-prices', cells) : null,
      };
    },
    single: (values, { store }) => setPrice(values, store),
    done: shown,
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'itemId', expression: 'sku' },
        { target: 'basePrice', expression: 'preco' },
        { target: 'costPrice', expression: 'custo' },
        { target: 'listPrice', expression: 'de' },
      ],
      route: 'file',
      saveAs: 'price',
    },
    input: [
      { sku: 1, preco: 1199.9, custo: 800, de: 1499.9 },
      { sku: 99, preco: 10, custo: 5, de: 12 },
    ],
    output: {
      out: [
        {
          ...{ sku: 1, preco: 1199.9, custo: 800, de: 1499.9 },
          price: {
            ...{
              skuId: 1,
              basePrice: 1199.9,
              costPrice: 800,
              listPrice: 1499.9,
              change: 'set',
              route: 'file',
            },
            ...{ file: '00000000-0000-4000-8000-000000000001', line: 1 },
          },
        },
      ],
      loads: [
        {
          route: 'file',
          rows: 2,
          files: [{ file: '00000000-0000-4000-8000-000000000001', lines: 2, refused: 1 }],
          threshold: 10000,
        },
      ],
      failed: [{ sku: 99, preco: 10, custo: 5, de: 12 }],
    },
  },
});

const amount = (values: Values, name: string): number | null => {
  const value = values[name];
  return typeof value === 'number' ? value : null;
};

function shown({ itemId, ...values }: Values): JsonObject {
  return { skuId: itemId ?? null, ...values };
}

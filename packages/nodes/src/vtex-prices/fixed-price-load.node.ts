// Sets prices of many SKUs in price tables: few by calls of their own, many in a file that VTEX works on.
import { isJsonObject, type Json } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import { skuId } from '../vtex/targets';
import { vtexBulk } from '../vtex/vtex-bulk';
import { fixedPriceOf } from './fixed-price';
import { readFixed, setFixed, writeFixed } from './fixed-price-write';
import { incompleteField } from './incomplete-field';
import { priceFileRequests, priceFileService, priceLine, priceLineKey } from './price-file';
import { fixedListPrice, fixedValue, minQuantity, priceTableId, validFrom, validTo } from './price-targets';

export default vtexBulk({
  id: 'vtex.fixed-price-load',
  version: 1,
  name: {
    en: 'Load prices into price tables',
    es: 'Cargar precios en tablas de precios',
    pt: 'Carregar preços em tabelas de preços',
  },
  help: {
    en: 'Sets fixed prices of many SKUs in price tables, in decimal currency. It waits for all rows: few go by single calls, as in "Set price in a price table"; many go in one file that VTEX works on, and what VTEX refuses leaves by "Failed" with the reason. The answer of each row says which way it went. Rows without a list price go by single calls, so that one VTEX has is not lost, unless you say below that they may go in the file. Of several rows for one SKU, table, quantity and period the last counts.',
    es: 'Define precios fijos de muchos SKU en tablas de precios, en moneda decimal. Espera todas las filas: pocas van en llamadas sueltas, como en «Definir precio en una tabla de precios»; muchas van en un archivo que VTEX procesa, y lo que VTEX rechaza sale por «Fallidas» con el motivo. La respuesta de cada fila dice por dónde fue. Las filas sin precio de lista van en llamadas sueltas, para no perder el que tenga VTEX, salvo que indique abajo que pueden ir en el archivo. De varias filas de un SKU, tabla, cantidad y período vale la última.',
    pt: 'Define preços fixos de muitos SKUs em tabelas de preços, em moeda com decimais. Espera todas as linhas: poucas vão em chamadas avulsas, como em "Definir preço em uma tabela de preços"; muitas vão num arquivo que a VTEX processa, e o que a VTEX recusa sai por "Com falha" com o motivo. A resposta de cada linha diz por onde ela foi. Linhas sem preço de lista vão em chamadas avulsas, para não perder o que a VTEX tem, a não ser que você diga abaixo que podem ir no arquivo. De várias linhas de um SKU, tabela, quantidade e período vale a última.',
  },
  keywords: [
    ...['fixed prices', 'price table', 'bulk', 'batch', 'file', 'csv', 'b2b'],
    ...['carga de tabela de preços', 'preços em massa', 'carga de precios', 'tablas de precios', 'atacado'],
  ],
  area: 'prices',
  request: writeFixed,
  also: [readFixed, ...priceFileRequests],
  targets: {
    itemId: skuId,
    priceTableId,
    ...{ value: fixedValue, listPrice: fixedListPrice, minQuantity, from: validFrom, to: validTo },
  },
  options: {
    incomplete: incompleteField(
      { en: 'Rows without a list price', es: 'Filas sin precio de lista', pt: 'Linhas sem preço de lista' },
      {
        en: 'The file sets every price of a row; a list price that is not in it would be lost.',
        es: 'El archivo define todos los precios de una fila; un precio de lista que falte se perdería.',
        pt: 'O arquivo define todos os preços de uma linha; um preço de lista que falte seria perdido.',
      },
      {
        en: 'In the file, without a list price',
        es: 'En el archivo, sin precio de lista',
        pt: 'No arquivo, sem preço de lista',
      },
    ),
  },
  threshold: 10_000,
  saveAs: 'price',
  prepare: ({ config }) => ({
    service: priceFileService('fixed-prices'),
    line(values) {
      const cells = cellsOf(values);
      const mayGo = values['listPrice'] !== undefined || config['incomplete'] === 'file';
      return {
        key: priceLineKey('fixed-prices', cells),
        cells: mayGo ? priceLine('fixed-prices', cells) : null,
      };
    },
    single: (values, { store }) => setFixed(values, store),
    done: (values) => ({
      skuId: values['itemId'] ?? null,
      ...fixedPriceOf(values, values['priceTableId'] ?? ''),
    }),
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'itemId', expression: 'sku' },
        { target: 'priceTableId', expression: '"gold"' },
        { target: 'value', expression: 'preco' },
      ],
      route: 'auto',
      saveAs: 'price',
    },
    input: [{ sku: 1, preco: 1149.9 }],
    output: {
      out: [
        {
          sku: 1,
          preco: 1149.9,
          price: {
            ...{ skuId: 1, tradePolicyId: 'gold', value: 1149.9, minQuantity: 1 },
            ...{ change: 'set', route: 'single' },
          },
        },
      ],
      loads: [{ route: 'single', rows: 1, threshold: 10_000 }],
    },
  },
});

/** The row's line by column title; dates in UTC, as a file wants them. Throws UserError for half a period. */
function cellsOf(values: Values): Record<string, string | number | null> {
  const entry = fixedPriceOf(values, values['priceTableId'] ?? '');
  const period = isJsonObject(entry['dateRange']) ? entry['dateRange'] : {};
  const utc = (date: Json | undefined): string =>
    date === undefined ? '' : new Date(String(date)).toISOString().replace('.000Z', 'Z');
  return {
    'SKU ID': String(values['itemId']),
    'Trade Policy': String(values['priceTableId']),
    Price: Number(entry['value']),
    'List Price': typeof entry['listPrice'] === 'number' ? entry['listPrice'] : null,
    'Min Quantity': Number(entry['minQuantity']),
    'Date From': utc(period['from']),
    'Date To': utc(period['to']),
  };
}

// Sets the base prices of many SKUs: few by single calls, many by a file.
import { skuId } from '../vtex/targets';
import { vtexBulk } from '../vtex/vtex-bulk';
import { baseKey, basePriceFile, priceFileRequests } from './price-file';
import { readPrice, setPrice, writePrice } from './price-write';
import { basePrice, costPrice, listPrice } from './terms';

export default vtexBulk({
  id: 'vtex.prices-load',
  version: 1,
  name: { en: 'Load prices', es: 'Cargar precios', pt: 'Carregar preços' },
  help: {
    en: 'Sets the base prices of many SKUs, in decimal currency. Waits for all rows: few go by single calls, as in "Set price"; many go as a file that VTEX works on, and what VTEX refuses leaves by "Failed" with the reason. The answer of each row says which way it went. A line of a file sets cost, base and list price together: rows without cost or list price go by single calls, so that none is lost, unless you say below that they may go in the file. Of several rows for one SKU the last counts.',
    es: 'Define los precios base de muchos SKU, en moneda decimal. Espera todas las filas: pocas van en llamadas sueltas, como en «Definir precio»; muchas van en un archivo que VTEX procesa, y lo que VTEX rechaza sale por «Fallidas» con el motivo. La respuesta de cada fila dice por dónde fue. Una línea del archivo fija costo, precio base y de lista juntos: las filas sin costo o sin precio de lista van en llamadas sueltas, para no perderlos, salvo que indique abajo que pueden ir en el archivo. De varias filas de un SKU vale la última.',
    pt: 'Define os preços base de muitos SKUs, em moeda com decimais. Espera todas as linhas: poucas vão em chamadas avulsas, como em "Definir preço"; muitas vão num arquivo que a VTEX processa, e o que a VTEX recusa sai por "Com falha" com o motivo. A resposta de cada linha diz por onde ela foi. Uma linha do arquivo fixa custo, preço base e de lista juntos: linhas sem custo ou sem preço de lista vão em chamadas avulsas, para não perdê-los, a não ser que você diga abaixo que podem ir no arquivo. De várias linhas de um SKU vale a última.',
  },
  keywords: [
    'bulk prices',
    'carga de preços',
    'preços em massa',
    'carga de precios',
    'precios masivos',
    'importar preços',
    'planilha de preços',
    'csv',
    'price importer',
  ],
  area: 'prices',
  request: writePrice,
  also: [readPrice, ...priceFileRequests],
  targets: { itemId: skuId, basePrice: { ...basePrice, required: true }, costPrice, listPrice },
  options: {
    incomplete: {
      kind: 'choice',
      default: 'calls',
      name: {
        en: 'Rows without cost or list price',
        es: 'Filas sin costo o precio de lista',
        pt: 'Linhas sem custo ou preço de lista',
      },
      choices: [
        {
          value: 'calls',
          name: {
            en: 'By single calls: VTEX’s stay',
            es: 'En llamadas sueltas: quedan los de VTEX',
            pt: 'Em chamadas avulsas: ficam os da VTEX',
          },
        },
        {
          value: 'file',
          name: {
            en: 'In the file: cost as the base price, no list price',
            es: 'En el archivo: costo igual al precio base, sin precio de lista',
            pt: 'No arquivo: custo igual ao preço base, sem preço de lista',
          },
        },
      ],
    },
  },
  threshold: 2000,
  saveAs: 'price',
  prepare: ({ config }) => ({
    service: basePriceFile,
    line({ itemId, basePrice: base = null, costPrice: cost, listPrice: list }) {
      const isWhole = cost !== undefined && list !== undefined;
      const cells = [itemId, cost ?? base, base, list ?? null, null] as (string | number | null)[];
      return { key: baseKey(itemId), cells: isWhole || config['incomplete'] === 'file' ? cells : null };
    },
    single: (values, { store }) => setPrice(values, store),
    done: ({ itemId, ...wanted }) => ({ skuId: itemId ?? null, ...wanted }),
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
          sku: 1,
          preco: 1199.9,
          custo: 800,
          de: 1499.9,
          price: {
            skuId: 1,
            basePrice: 1199.9,
            costPrice: 800,
            listPrice: 1499.9,
            change: 'set',
            route: 'file',
            file: '10000000-0000-4000-8000-000000000001',
            line: 1,
          },
        },
      ],
      loads: [
        {
          route: 'file',
          rows: 2,
          files: [{ file: '10000000-0000-4000-8000-000000000001', lines: 2, refused: 1 }],
          threshold: 2000,
        },
      ],
      failed: [{ sku: 99, preco: 10, custo: 5, de: 12 }],
    },
  },
});

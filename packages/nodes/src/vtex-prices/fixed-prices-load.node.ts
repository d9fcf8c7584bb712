// Sets fixed prices of many SKUs in price tables: few by single calls, many by a file.
import { isJsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import { skuId } from '../vtex/targets';
import { vtexBulk } from '../vtex/vtex-bulk';
import { fixedEntry, mergeFixed, readFixed, setFixed } from './fixed-price-write';
import { fixedKey, fixedPriceFile, priceFileRequests } from './price-file';
import { fixedPrice, priceTable, zoneField } from './terms';

export default vtexBulk({
  id: 'vtex.fixed-prices-load',
  version: 1,
  name: {
    en: 'Load fixed prices into tables',
    es: 'Cargar precios fijos en tablas',
    pt: 'Carregar preços fixos em tabelas',
  },
  help: {
    en: 'Sets fixed prices of many SKUs in price tables, in decimal currency. Waits for all rows: few go by single calls, as in "Set fixed price in a table"; many go as a file that VTEX works on, and what VTEX refuses leaves by "Failed" with the reason. The answer of each row says which way it went. Rows without a list price go by single calls, so that a list price VTEX has is not lost, unless you say below that they may go in the file. Of several rows for one SKU, table, quantity and period the last counts.',
    es: 'Define precios fijos de muchos SKU en tablas de precios, en moneda decimal. Espera todas las filas: pocas van en llamadas sueltas, como en «Definir precio fijo en una tabla»; muchas van en un archivo que VTEX procesa, y lo que VTEX rechaza sale por «Fallidas» con el motivo. La respuesta de cada fila dice por dónde fue. Las filas sin precio de lista van en llamadas sueltas, para no perder el que tenga VTEX, salvo que indique abajo que pueden ir en el archivo. De varias filas de un SKU, tabla, cantidad y período vale la última.',
    pt: 'Define preços fixos de muitos SKUs em tabelas de preços, em moeda com decimais. Espera todas as linhas: poucas vão em chamadas avulsas, como em "Definir preço fixo em uma tabela"; muitas vão num arquivo que a VTEX processa, e o que a VTEX recusa sai por "Com falha" com o motivo. A resposta de cada linha diz por onde ela foi. Linhas sem preço de lista vão em chamadas avulsas, para não perder o que a VTEX tem, a não ser que você diga abaixo que podem ir no arquivo. De várias linhas de um SKU, tabela, quantidade e período vale a última.',
  },
  keywords: [
    'bulk fixed prices',
    'carga de preços fixos',
    'tabela de preços em massa',
    'carga de precios fijos',
    'tablas de precios',
    'importar tabela de preços',
    'b2b',
    'csv',
  ],
  area: 'prices',
  request: mergeFixed,
  also: [readFixed, ...priceFileRequests],
  targets: { itemId: skuId, tradePolicyId: priceTable, ...fixedPrice },
  options: {
    zone: zoneField,
    incomplete: {
      kind: 'choice',
      default: 'calls',
      name: {
        en: 'Rows without a list price',
        es: 'Filas sin precio de lista',
        pt: 'Linhas sem preço de lista',
      },
      choices: [
        {
          value: 'calls',
          name: {
            en: 'By single calls: VTEX’s stays',
            es: 'En llamadas sueltas: queda el de VTEX',
            pt: 'Em chamadas avulsas: fica o da VTEX',
          },
        },
        {
          value: 'file',
          name: {
            en: 'In the file, without a list price',
            es: 'En el archivo, sin precio de lista',
            pt: 'No arquivo, sem preço de lista',
          },
        },
      ],
    },
  },
  threshold: 2000,
  saveAs: 'fixedPrice',
  prepare({ config }) {
    const zone = String(config['zone'] ?? '-03:00');
    return {
      service: fixedPriceFile,
      line(values) {
        const { itemId, tradePolicyId: table, listPrice: list } = values;
        const entry = fixedEntry(values, zone);
        const quantity = Number(entry['minQuantity']);
        const dates = datesOf(values, zone);
        const cells = [
          Number(itemId),
          String(table),
          Number(entry['value']),
          (list ?? null) as number | null,
          quantity,
          ...dates,
          null,
        ];
        const mayGo = list !== undefined || config['incomplete'] === 'file';
        return { key: fixedKey(itemId, table, quantity, dates), cells: mayGo ? cells : null };
      },
      single(values, { store }) {
        const table = String(values['tradePolicyId']);
        const send = (entry: object, itemId: number) =>
          store.send(mergeFixed, { params: { itemId }, body: [{ tradePolicyId: table, ...entry }] });
        return setFixed(values, table, { store, zone, send });
      },
      done(values) {
        const { itemId, tradePolicyId: table } = values;
        return { skuId: itemId ?? null, tradePolicyId: table ?? null, ...fixedEntry(values, zone) };
      },
    };
  },
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'itemId', expression: 'sku' },
        { target: 'tradePolicyId', expression: '"gold"' },
        { target: 'value', expression: 'preco' },
      ],
      route: 'auto',
      saveAs: 'fixedPrice',
    },
    input: [{ sku: 1, preco: 1149.9 }],
    output: {
      out: [
        {
          sku: 1,
          preco: 1149.9,
          fixedPrice: {
            skuId: 1,
            tradePolicyId: 'gold',
            value: 1149.9,
            minQuantity: 1,
            change: 'set',
            route: 'single',
          },
        },
      ],
      loads: [{ route: 'single', rows: 1, threshold: 2000 }],
    },
  },
});

/** Both dates as a file has them: in UTC. Empty without dates. */
function datesOf(values: Values, zone: string): [string, string] {
  const { dateRange } = fixedEntry(values, zone);
  if (!isJsonObject(dateRange)) return ['', ''];
  const utc = (name: string) => new Date(String(dateRange[name])).toISOString().replace('.000Z', 'Z');
  return [utc('from'), utc('to')];
}

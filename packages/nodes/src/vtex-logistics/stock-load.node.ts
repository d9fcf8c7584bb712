// Sets the stock of many SKUs: few by calls of their own, many in a file that VTEX works on.
import { RemoteError, type Json, type JsonObject, type NodeContext } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import { openStore, type Store } from '../vtex/store';
import { skuId, warehouseId } from '../vtex/targets';
import { vtexBulk, type BulkConfig } from '../vtex/vtex-bulk';
import { toIsoDuration } from './duration';
import { stockFileRequests, stockFileService, stockLineKey } from './stock-file';
import { stockAmounts } from './stock-targets';
import { leadTimeOnly, quantityOnly, setStock, stockRequest, whole } from './stock-write';
import { listWarehouses, Warehouses } from './warehouses';

export default vtexBulk({
  id: 'vtex.stock-load',
  version: 1,
  name: { en: 'Load stock', es: 'Cargar stock', pt: 'Carregar estoque' },
  help: {
    en: 'Sets the balance of many SKUs. It waits for all rows: few go by single calls, as in "Set stock"; many go in one file that VTEX works on, and what VTEX refuses leaves by "Failed" with the reason. The answer of each row says which way it went. VTEX opens files of stock on request (beta). A line of a file sets quantity and lead time together: rows without a lead time go by single calls, so that none is zeroed, unless you say below that the store uses none.',
    es: 'Define el saldo de muchos SKU. Espera todas las filas: pocas van en llamadas sueltas, como en «Definir stock»; muchas van en un archivo que VTEX procesa, y lo que VTEX rechaza sale por «Fallidas» con el motivo. La respuesta de cada fila dice por dónde fue. VTEX habilita los archivos de stock a pedido (beta). Una línea del archivo fija cantidad y plazo juntos: las filas sin plazo van en llamadas sueltas, para no ponerlo en cero, salvo que indique abajo que la tienda no usa plazos.',
    pt: 'Define o saldo de muitos SKUs. Espera todas as linhas: poucas vão em chamadas avulsas, como em "Definir estoque"; muitas vão num arquivo que a VTEX processa, e o que a VTEX recusa sai por "Com falha" com o motivo. A resposta de cada linha diz por onde ela foi. A VTEX libera arquivos de estoque a pedido (beta). Uma linha do arquivo fixa quantidade e prazo juntos: linhas sem prazo vão em chamadas avulsas, para não zerá-lo, a não ser que você diga abaixo que a loja não usa prazos.',
  },
  keywords: [
    'stock',
    'inventory',
    'batch',
    'bulk',
    'carga de estoque',
    'estoque em massa',
    'saldo',
    'carga de stock',
    'csv',
  ],
  area: 'logistics',
  request: whole,
  also: [quantityOnly, leadTimeOnly, listWarehouses, ...stockFileRequests],
  targets: { skuId, warehouseId, ...stockAmounts },
  options: {
    withoutLeadTime: {
      kind: 'choice',
      default: 'calls',
      name: { en: 'Rows without a lead time', es: 'Filas sin plazo', pt: 'Linhas sem prazo' },
      help: {
        en: 'The file sets the lead time too; one that is not in it would be lost.',
        es: 'El archivo define también el plazo; uno que falte se perdería.',
        pt: 'O arquivo define também o prazo; um que falte seria perdido.',
      },
      choices: [
        {
          value: 'calls',
          name: {
            en: 'Always by single calls',
            es: 'Siempre en llamadas sueltas',
            pt: 'Sempre em chamadas avulsas',
          },
        },
        {
          value: 'none',
          name: {
            en: 'In the file too: the store uses no lead times',
            es: 'También en el archivo: la tienda no usa plazos',
            pt: 'No arquivo também: a loja não usa prazos',
          },
        },
      ],
    },
  },
  threshold: 1000,
  saveAs: 'stock',
  prepare(context) {
    const warehouses = new Warehouses();
    let opened: ReturnType<typeof openStore> | undefined;
    return {
      service: stockFileService,
      async line(values) {
        const open = await (opened ??= openStore(context as NodeContext));
        const store = open(context.signal);
        await checked(warehouses, values, store);
        const key = stockLineKey(values['skuId'], values['warehouseId']);
        return { key, cells: cellsOf(values, store.account, context.config) };
      },
      single: (values, { store }) => setStock(values, store, warehouses),
      done: (values) => ({ ...placeOf(values), ...stockRequest(values).body }),
    };
  },
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'skuId', expression: 'sku' },
        { target: 'warehouseId', expression: 'deposito' },
        { target: 'quantity', expression: 'saldo' },
        { target: 'leadTime', expression: 'prazo' },
      ],
      route: 'file',
      saveAs: 'stock',
    },
    input: [
      { sku: 1, deposito: '1_1', saldo: 80, prazo: 1 },
      { sku: 1, deposito: 'filial', saldo: 15, prazo: 2 },
      { sku: 99, deposito: '1_1', saldo: 3, prazo: 1 },
      { sku: 1, deposito: '1_1', saldo: 75, prazo: 1 },
    ],
    output: {
      out: [
        {
          sku: 1,
          deposito: '1_1',
          saldo: 80,
          prazo: 1,
          stock: {
            skuId: 1,
            warehouseId: '1_1',
            quantity: 80,
            unlimitedQuantity: false,
            leadTime: '1.00:00:00',
            change: 'replaced',
            route: 'file',
          },
        },
        {
          sku: 1,
          deposito: 'filial',
          saldo: 15,
          prazo: 2,
          stock: {
            skuId: 1,
            warehouseId: 'filial',
            quantity: 15,
            unlimitedQuantity: false,
            leadTime: '2.00:00:00',
            change: 'set',
            route: 'file',
            file: '00000000-0000-4000-8000-000000000001',
            line: 1,
          },
        },
        {
          sku: 1,
          deposito: '1_1',
          saldo: 75,
          prazo: 1,
          stock: {
            skuId: 1,
            warehouseId: '1_1',
            quantity: 75,
            unlimitedQuantity: false,
            leadTime: '1.00:00:00',
            change: 'set',
            route: 'file',
            file: '00000000-0000-4000-8000-000000000001',
            line: 3,
          },
        },
      ],
      loads: [
        {
          route: 'file',
          rows: 4,
          files: [{ file: '00000000-0000-4000-8000-000000000001', lines: 3, refused: 1 }],
          threshold: 1000,
        },
      ],
      failed: [{ sku: 99, deposito: '1_1', saldo: 3, prazo: 1 }],
    },
  },
});

/** A warehouse in other capitals must not get into a file; a list that cannot be read now must not keep rows out of it. */
async function checked(warehouses: Warehouses, values: Values, store: Store): Promise<void> {
  try {
    await warehouses.check(String(values['warehouseId']), store);
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
  }
}

/** The row's line, or null where a line would set what the row leaves alone. Throws where its values are wrong. */
function cellsOf(values: Values, account: string, config: BulkConfig): (string | number | null)[] | null {
  const { leadTime, quantity, unlimitedQuantity } = values;
  stockRequest(values);
  if (quantity === undefined && unlimitedQuantity !== true) return null;
  if (leadTime === undefined && config['withoutLeadTime'] !== 'none') return null;
  return [
    String(values['skuId']),
    account,
    String(values['warehouseId']),
    Number(quantity ?? 0),
    String(unlimitedQuantity === true),
    toIsoDuration(leadTime ?? '0'),
  ];
}

function placeOf({ skuId: sku, warehouseId: warehouse }: Values): JsonObject {
  const shown = (id: Json | undefined): Json => id ?? null;
  return { skuId: shown(sku), warehouseId: shown(warehouse) };
}

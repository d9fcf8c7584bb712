// Sets the stock of one SKU in one warehouse, as a balance. Uses the narrowest write, so that nothing is zeroed.
import { skuId, warehouseId } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { stockAmounts } from './stock-targets';
import { balanceOf, leadTimeOnly, quantityOnly, setStock, whole } from './stock-write';
import { listWarehouses, Warehouses } from './warehouses';

export default vtexAction({
  id: 'vtex.stock-set',
  version: 1,
  name: { en: 'Set stock', es: 'Definir stock', pt: 'Definir estoque' },
  help: {
    en: 'Sets how many units of a SKU a warehouse has: the balance on the shelf, never a difference. VTEX never lowers it by itself, and each write drops the reservations of orders already in handling, so send the balance after picking, best after invoicing. Mapping only the quantity leaves the lead time alone and makes an unlimited stock limited. VTEX locks a SKU in a warehouse while it writes; a locked one is tried again. The store’s pages follow seconds to minutes later.',
    es: 'Define cuántas unidades de un SKU tiene un almacén: el saldo físico, nunca una diferencia. VTEX nunca lo reduce por sí sola, y cada escritura elimina las reservas de pedidos que ya están en preparación: envíe el saldo después de separar, mejor después de facturar. Si mapea solo la cantidad, el plazo no cambia y un stock ilimitado pasa a ser limitado. VTEX bloquea un SKU en un almacén mientras escribe; si está bloqueado se intenta de nuevo. Las páginas de la tienda lo muestran segundos o minutos después.',
    pt: 'Define quantas unidades de um SKU um estoque tem: o saldo físico, nunca uma diferença. A VTEX nunca o reduz sozinha, e cada escrita descarta as reservas de pedidos já em manuseio, então envie o saldo depois de separar, de preferência depois de faturar. Mapear só a quantidade não mexe no prazo e torna limitado um estoque ilimitado. A VTEX trava um SKU em um estoque enquanto grava; um travado é tentado de novo. As páginas da loja acompanham segundos ou minutos depois.',
  },
  keywords: [
    'stock',
    'inventory',
    'estoque',
    'saldo',
    'existencias',
    'inventario',
    'warehouse',
    'depósito',
    'almacén',
  ],
  area: 'logistics',
  request: whole,
  also: [quantityOnly, leadTimeOnly, listWarehouses, balanceOf],
  effect: 'idempotent',
  saveAs: 'stock',
  path: { skuId, warehouseId },
  body: stockAmounts,
  prepare: () => {
    const warehouses = new Warehouses();
    return { run: (values, { store }) => setStock(values, store, warehouses) };
  },
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'skuId', expression: '1' },
        { target: 'warehouseId', expression: 'deposito' },
        { target: 'quantity', expression: 'saldo' },
      ],
      saveAs: 'stock',
    },
    input: [{ codigo: 'S-1', deposito: '1_1', saldo: 120 }],
    output: {
      out: [
        {
          codigo: 'S-1',
          deposito: '1_1',
          saldo: 120,
          stock: { skuId: 1, warehouseId: '1_1', quantity: 120, unlimitedQuantity: false, change: 'set' },
        },
      ],
    },
  },
});

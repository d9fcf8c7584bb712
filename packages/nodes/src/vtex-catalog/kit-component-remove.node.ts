// Takes a component out of one kit, line by line: VTEX's removal by SKU id would empty every kit that has it.
import type { Json } from '@eclusa/flow';
import { kitAndComponent, kitAnswer, kitItems, linesOf } from './kit-items';
import { hasStatus } from '../vtex/remote';
import { vtexAction } from '../vtex/vtex-action';

const remove = 'DELETE /api/catalog/pvt/stockkeepingunitkit/{kitId}';

export default vtexAction({
  id: 'vtex.kit-component-remove',
  version: 1,
  name: {
    en: 'Remove component from kit',
    es: 'Quitar componente del kit',
    pt: 'Retirar componente do kit',
  },
  help: {
    en: 'Takes a SKU out of one kit and leaves it in all others. A kit without components cannot be sold. A component that is not in the kit is no error.',
    es: 'Quita un SKU de un kit y lo deja en todos los demás. Un kit sin componentes no se puede vender. Un componente que no está en el kit no es un error.',
    pt: 'Retira um SKU de um kit e o deixa em todos os outros. Um kit sem componentes não pode ser vendido. Um componente que não está no kit não é erro.',
  },
  keywords: ['kit', 'bundle', 'componente', 'component', 'combo', 'remove', 'delete', 'quitar', 'retirar'],
  area: 'catalog',
  request: remove,
  also: [kitItems],
  effect: 'idempotent',
  concurrency: 4,
  saveAs: 'component',
  body: kitAndComponent,
  prepare: () => ({
    async run(values, { store }): Promise<Json> {
      const lines = await linesOf(values, store);
      for (const line of lines) {
        try {
          await store.send(remove, { params: { kitId: line['Id'] as number } });
        } catch (error) {
          if (!hasStatus(error, 404)) throw error;
        }
      }
      return kitAnswer(values, lines[0]?.['Id'] ?? null, lines.length === 0 ? 'unchanged' : 'removed');
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'StockKeepingUnitParent', expression: 'kit' },
        { target: 'StockKeepingUnitId', expression: 'sku' },
      ],
      saveAs: 'component',
    },
    input: [{ kit: 3, sku: 1 }],
    output: { out: [{ kit: 3, sku: 1, component: { id: 1, kitId: 3, skuId: 1, change: 'removed' } }] },
  },
});

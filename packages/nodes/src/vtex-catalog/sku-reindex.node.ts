// Tells VTEX that a SKU changed, so that the store's search reads it again.
import type { Json } from '@eclusa/flow';
import { skuId } from './catalog-targets';
import { tellUnknown } from './entity-update';
import { vtexAction } from '../vtex/vtex-action';

const notify = 'POST /api/catalog_system/pvt/skuseller/changenotification/{skuId}';

export default vtexAction({
  id: 'vtex.sku-reindex',
  version: 1,
  name: {
    en: 'Tell the store a SKU changed',
    es: 'Avisar a la tienda que un SKU cambió',
    pt: 'Avisar a loja que um SKU mudou',
  },
  help: {
    en: 'Asks VTEX to read a SKU again for the search and the pages of the store (re-index). VTEX does so by itself after most changes; use this after changing specifications only, or when the store still shows something old. It works through a queue: seconds to minutes. Do not send the whole catalogue this way.',
    es: 'Pide a VTEX que vuelva a leer un SKU para la búsqueda y las páginas de la tienda (reindexar). VTEX lo hace sola tras la mayoría de los cambios; úselo después de cambiar solo especificaciones, o cuando la tienda todavía muestra algo viejo. Funciona por una cola: segundos a minutos. No envíe así el catálogo entero.',
    pt: 'Pede à VTEX que leia um SKU de novo para a busca e as páginas da loja (reindexar). A VTEX faz isso sozinha depois da maioria das mudanças; use depois de mudar só especificações, ou quando a loja ainda mostra algo antigo. Funciona por uma fila: de segundos a minutos. Não mande o catálogo inteiro por aqui.',
  },
  keywords: [
    'reindex',
    'reindexar',
    'index',
    'indexação',
    'indexación',
    'changenotification',
    'notify',
    'avisar',
    'busca',
  ],
  area: 'catalog',
  request: notify,
  effect: 'idempotent',
  concurrency: 4,
  saveAs: 'notified',
  path: { skuId },
  prepare: () => ({
    async run({ skuId: id }, { store }): Promise<Json> {
      const params = { skuId: id as number };
      await tellUnknown('vtex.sku-unknown', params, () => store.send(notify, { params }));
      return { skuId: id ?? null, change: 'notified' };
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'skuId', expression: 'sku' }],
      saveAs: 'notified',
    },
    input: [{ codigo: 'S-1', sku: 1 }],
    output: { out: [{ codigo: 'S-1', sku: 1, notified: { skuId: 1, change: 'notified' } }] },
  },
});

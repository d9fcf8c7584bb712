// Tells VTEX that a SKU has changed, so that it is indexed again.
import { skuId } from './catalog-targets';
import { tellUnknown } from './entity-update';
import { vtexAction } from '../vtex/vtex-action';

const request = 'POST /api/catalog_system/pvt/skuseller/changenotification/{skuId}';

export default vtexAction({
  id: 'vtex.sku-reindex',
  version: 1,
  name: {
    en: 'Ask for re-indexing of a SKU',
    es: 'Pedir reindexación de un SKU',
    pt: 'Pedir reindexação de um SKU',
  },
  help: {
    en: 'Tells VTEX that a SKU has changed, so that search and store show it anew within minutes. Writes of the other boxes do this by themselves; a change of specifications alone may not.',
    es: 'Avisa a VTEX que un SKU cambió, para que la búsqueda y la tienda lo muestren de nuevo en minutos. Las escrituras de las otras cajas lo hacen solas; un cambio solo de especificaciones puede que no.',
    pt: 'Avisa a VTEX que um SKU mudou, para que a busca e a loja o mostrem de novo em minutos. As gravações das outras caixas fazem isso sozinhas; uma mudança só de especificações pode não fazer.',
  },
  keywords: ['reindex', 'index', 'indexar', 'reindexar', 'notificar', 'change notification', 'indexação'],
  area: 'catalog',
  request,
  effect: 'idempotent',
  path: { skuId },
  saveAs: '',
  prepare: () => ({
    async run({ skuId: id }, { store }) {
      const params = { skuId: id as number };
      return tellUnknown('vtex.sku-unknown', params, () => store.send(request, { params }));
    },
  }),
  example: {
    config: { connection: 'store', mapping: [{ target: 'skuId', expression: 'sku' }], saveAs: '' },
    input: [{ sku: 1 }],
    output: { out: [{ sku: 1 }] },
  },
});

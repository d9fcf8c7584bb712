// Makes a SKU inactive.
import { skuId } from './catalog-targets';
import { readAt } from './entity-update';
import { oneSku, skuAt, writeSku } from './sku-write';
import { vtexAction } from '../vtex/vtex-action';

export default vtexAction({
  id: 'vtex.sku-deactivate',
  version: 1,
  name: { en: 'Deactivate SKU', es: 'Desactivar SKU', pt: 'Desativar SKU' },
  help: {
    en: 'Makes a SKU inactive: it leaves the store and keeps its data. VTEX deletes no SKU and no product; this is how one is taken out. One that is inactive already is left alone.',
    es: 'Desactiva un SKU: sale de la tienda y conserva sus datos. VTEX no elimina SKU ni productos; así se retiran. Uno ya inactivo no se toca.',
    pt: 'Desativa um SKU: ele sai da loja e mantém os dados. A VTEX não exclui SKU nem produto; é assim que se retira um. Um que já está inativo fica como está.',
  },
  keywords: ['deactivate', 'desactivar', 'desativar', 'inativar', 'remover', 'delete sku', 'excluir'],
  area: 'catalog',
  request: `PUT ${oneSku}`,
  also: [`GET ${oneSku}`],
  effect: 'idempotent',
  concurrency: 4,
  saveAs: 'sku',
  path: { skuId },
  prepare: () => ({
    async run({ skuId: id }, { store }) {
      const place = skuAt(id);
      const before = await readAt(place, store);
      const change = await writeSku(before, { ...place, wanted: { IsActive: false } }, store);
      return { id: id ?? null, active: false, change };
    },
  }),
  example: {
    config: { connection: 'store', mapping: [{ target: 'skuId', expression: 'sku' }], saveAs: 'result' },
    input: [{ sku: 1 }],
    output: { out: [{ sku: 1, result: { id: 1, active: false, change: 'updated' } }] },
  },
});

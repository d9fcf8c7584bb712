// Makes a SKU active, or says what keeps it from it.
import { obstacleRequests } from './activation-obstacles';
import { skuId } from './catalog-targets';
import { readAt } from './entity-update';
import { oneSku, skuAt, writeSku } from './sku-write';
import { vtexAction } from '../vtex/vtex-action';

export default vtexAction({
  id: 'vtex.sku-activate',
  version: 1,
  name: { en: 'Activate SKU', es: 'Activar SKU', pt: 'Ativar SKU' },
  help: {
    en: 'Makes a SKU active, so that it can be sold. VTEX asks for an image, the required specifications, an active product, brand and category, and for a kit an active component: what is missing is told in words. A new SKU is always inactive at first. One that is active already is left alone.',
    es: 'Activa un SKU, para que se pueda vender. VTEX pide una imagen, las especificaciones obligatorias, producto, marca y categoría activos, y en un kit un componente activo: lo que falta se dice con palabras. Un SKU nuevo siempre empieza inactivo. Uno ya activo no se toca.',
    pt: 'Ativa um SKU, para que possa ser vendido. A VTEX pede uma imagem, as especificações obrigatórias, produto, marca e categoria ativos e, num kit, um componente ativo: o que falta é dito em palavras. Um SKU novo sempre começa inativo. Um que já está ativo fica como está.',
  },
  keywords: ['activate', 'activar', 'ativar', 'publicar', 'publish', 'sku'],
  area: 'catalog',
  request: `PUT ${oneSku}`,
  also: obstacleRequests,
  effect: 'idempotent',
  concurrency: 4,
  saveAs: 'sku',
  path: { skuId },
  prepare: () => ({
    async run({ skuId: id }, { store }) {
      const place = skuAt(id);
      const before = await readAt(place, store);
      const change = await writeSku(before, { ...place, wanted: { IsActive: true } }, store);
      return { id: id ?? null, active: true, change };
    },
  }),
  example: {
    config: { connection: 'store', mapping: [{ target: 'skuId', expression: 'sku' }], saveAs: 'result' },
    input: [{ sku: 1 }],
    output: { out: [{ sku: 1, result: { id: 1, active: true, change: 'unchanged' } }] },
  },
});

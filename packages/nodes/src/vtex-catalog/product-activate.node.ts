// Makes a product active and visible, or inactive. Its SKUs are switched on their own.
import { productId } from './catalog-targets';
import { updateAt } from './entity-update';
import { oneProduct, productReadOnly } from './product-write';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import type { EntityId } from '../vtex/entity';

export default vtexAction({
  id: 'vtex.product-activate',
  version: 1,
  name: {
    en: 'Activate or deactivate product',
    es: 'Activar o desactivar producto',
    pt: 'Ativar ou desativar produto',
  },
  help: {
    en: 'Makes a product active, or inactive where you map that. The rest of it is read first and kept. An active product shows in the store once a SKU of it is active, too. One that is as wanted already is left alone.',
    es: 'Activa un producto, o lo desactiva si así lo mapea. Lo demás se lee antes y se conserva. Un producto activo aparece en la tienda cuando también lo está alguno de sus SKU. Uno que ya está así no se toca.',
    pt: 'Ativa um produto, ou o desativa quando você mapeia assim. O resto é lido antes e mantido. Um produto ativo aparece na loja quando algum SKU dele também está ativo. Um que já está assim fica como está.',
  },
  keywords: ['activate product', 'activar producto', 'ativar produto', 'desativar', 'inativar', 'publicar'],
  area: 'catalog',
  request: `PUT ${oneProduct}`,
  also: [`GET ${oneProduct}`],
  effect: 'idempotent',
  concurrency: 4,
  saveAs: 'product',
  path: { productId },
  body: {
    IsActive: target.boolean(
      { en: 'Active', es: 'Activo', pt: 'Ativo' },
      {
        help: {
          en: 'Yes when it is not mapped.',
          es: 'Sí, si no se mapea.',
          pt: 'Sim, quando não é mapeado.',
        },
      },
    ),
  },
  prepare: () => ({
    async run({ productId: id, IsActive = true }, { store }) {
      const place = {
        path: oneProduct,
        params: { productId: id as EntityId },
        unknown: 'vtex.product-unknown',
      };
      const { change } = await updateAt({ ...place, wanted: { IsActive }, without: productReadOnly }, store);
      return { id: id ?? null, active: IsActive, change };
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'productId', expression: 'produto' },
        { target: 'IsActive', expression: 'false' },
      ],
      saveAs: 'product',
    },
    input: [{ produto: 1 }],
    output: { out: [{ produto: 1, product: { id: 1, active: false, change: 'updated' } }] },
  },
});

// Takes a product out of a trade policy. One that is not in it is no error, so a repeat does no harm.
import type { Json } from '@eclusa/flow';
import { listAt } from './activation-obstacles';
import { productId, tradePolicyId } from './catalog-targets';
import { tellUnknown } from './entity-update';
import { newId } from '../vtex/coerce';
import { vtexAction } from '../vtex/vtex-action';

const list = 'GET /api/catalog/pvt/product/{productId}/salespolicy';
const remove = 'DELETE /api/catalog/pvt/product/{productId}/salespolicy/{tradepolicyId}';

export default vtexAction({
  id: 'vtex.product-policy-remove',
  version: 1,
  name: {
    en: 'Remove product from trade policy',
    es: 'Quitar producto de una política comercial',
    pt: 'Retirar produto de política comercial',
  },
  help: {
    en: 'Takes a product out of a trade policy (sales channel): from then on it is not sold there. Policy 1 is the main store. A product that is not in the policy is no error.',
    es: 'Quita un producto de una política comercial (canal de ventas): desde entonces no se vende allí. La política 1 es la tienda principal. Un producto que no está en la política no es un error.',
    pt: 'Retira um produto de uma política comercial (canal de vendas): a partir daí não é vendido ali. A política 1 é a loja principal. Um produto que não está na política não é erro.',
  },
  keywords: [
    'trade policy',
    'política comercial',
    'sales channel',
    'canal de vendas',
    'remove',
    'quitar',
    'retirar',
  ],
  area: 'catalog',
  request: remove,
  also: [list],
  effect: 'idempotent',
  concurrency: 4,
  saveAs: 'policy',
  path: { productId, tradepolicyId: tradePolicyId },
  prepare: () => ({
    async run({ productId: id, tradepolicyId }, { store }): Promise<Json> {
      const params = { productId: id as number };
      const answer = { productId: id ?? null, policy: tradepolicyId ?? null };
      const linked = id === newId ? [] : await listAt(list, { params }, store);
      if (!linked.some(({ StoreId }) => StoreId === tradepolicyId)) return { ...answer, change: 'unchanged' };
      const all = { ...params, tradepolicyId: tradepolicyId as number };
      await tellUnknown('vtex.product-or-policy-unknown', all, () => store.send(remove, { params: all }));
      return { ...answer, change: 'removed' };
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'productId', expression: 'produto' },
        { target: 'tradepolicyId', expression: 'politica' },
      ],
      saveAs: 'policy',
    },
    input: [
      { produto: 2, politica: 1 },
      { produto: 2, politica: 2 },
    ],
    output: {
      out: [
        { produto: 2, politica: 1, policy: { productId: 2, policy: 1, change: 'removed' } },
        { produto: 2, politica: 2, policy: { productId: 2, policy: 2, change: 'unchanged' } },
      ],
    },
  },
});

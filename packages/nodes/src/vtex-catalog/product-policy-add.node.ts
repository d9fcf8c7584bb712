// Links a product to a trade policy. Reads first and writes nothing when it is linked already.
import type { Json } from '@eclusa/flow';
import { listAt } from './activation-obstacles';
import { productId, tradePolicyId } from './catalog-targets';
import { tellUnknown } from './entity-update';
import { newId } from '../vtex/coerce';
import { vtexAction } from '../vtex/vtex-action';

const list = 'GET /api/catalog/pvt/product/{productId}/salespolicy';
const add = 'POST /api/catalog/pvt/product/{productId}/salespolicy/{tradepolicyId}';

export default vtexAction({
  id: 'vtex.product-policy-add',
  version: 1,
  name: {
    en: 'Add product to trade policy',
    es: 'Agregar producto a una política comercial',
    pt: 'Incluir produto em política comercial',
  },
  help: {
    en: 'Links a product to a trade policy (sales channel), so that it can be sold there: a product outside a policy is not sold in it. The product also needs a price in that policy’s table. One that is linked already is left alone.',
    es: 'Vincula un producto a una política comercial (canal de ventas) para poder venderlo allí: fuera de la política no se vende. El producto también necesita un precio en la tabla de esa política. Si ya está vinculado no se toca.',
    pt: 'Liga um produto a uma política comercial (canal de vendas), para poder ser vendido ali: fora da política não é vendido nela. O produto também precisa de preço na tabela dessa política. Se já está ligado, não é mexido.',
  },
  keywords: [
    'trade policy',
    'política comercial',
    'sales channel',
    'canal de vendas',
    'canal de ventas',
    'salespolicy',
  ],
  area: 'catalog',
  request: add,
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
      if (linked.some(({ StoreId }) => StoreId === tradepolicyId)) return { ...answer, change: 'unchanged' };
      const all = { ...params, tradepolicyId: tradepolicyId as number };
      await tellUnknown('vtex.product-or-policy-unknown', all, () => store.send(add, { params: all }));
      return { ...answer, change: 'added' };
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
      { produto: 1, politica: 2 },
      { produto: 1, politica: 1 },
    ],
    output: {
      out: [
        { produto: 1, politica: 2, policy: { productId: 1, policy: 2, change: 'added' } },
        { produto: 1, politica: 1, policy: { productId: 1, policy: 1, change: 'unchanged' } },
      ],
    },
  },
});

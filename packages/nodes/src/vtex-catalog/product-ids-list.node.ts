// Lists the ids of products and their SKUs, of one category or all. VTEX gives windows of 250 products, counted from 1.
import { isJsonObject, UserError, type Json } from '@eclusa/flow';
import { vtexList } from '../vtex/vtex-list';

const request = 'GET /api/catalog_system/pvt/products/GetProductAndSkuIds';
const window = 250;

export default vtexList({
  id: 'vtex.product-ids-list',
  version: 1,
  name: {
    en: 'List product and SKU ids',
    es: 'Listar ids de productos y SKU',
    pt: 'Listar ids de produtos e SKUs',
  },
  help: {
    en: 'Gives one row for each product with the ids of its SKUs, or one row for each SKU, of a category and those below it, or of the whole store. VTEX gives 250 products at a time; the box asks until it has all. Use "Read product" or "Read SKU" next to get more than ids.',
    es: 'Da una fila por producto con los ids de sus SKU, o una fila por SKU, de una categoría y las de abajo, o de toda la tienda. VTEX entrega 250 productos por vez; la caja pide hasta tenerlos todos. Después use «Leer producto» o «Leer SKU» para tener más que los ids.',
    pt: 'Dá uma linha por produto com os ids dos seus SKUs, ou uma linha por SKU, de uma categoria e das que estão abaixo, ou da loja toda. A VTEX entrega 250 produtos por vez; a caixa pede até ter todos. Depois use "Ler produto" ou "Ler SKU" para ter mais que os ids.',
  },
  keywords: [
    'products',
    'productos',
    'produtos',
    'sku',
    'ids',
    'catálogo',
    'exportar',
    'GetProductAndSkuIds',
  ],
  area: 'catalog',
  request,
  fields: {
    categoryId: {
      kind: 'number',
      integer: true,
      min: 1,
      name: { en: 'Of the category (id)', es: 'De la categoría (id)', pt: 'Da categoria (id)' },
      help: {
        en: 'Empty: the whole store.',
        es: 'Vacío: toda la tienda.',
        pt: 'Vazio: a loja toda.',
      },
    },
    rows: {
      kind: 'choice',
      default: 'product',
      name: { en: 'One row for each', es: 'Una fila por cada', pt: 'Uma linha para cada' },
      help: {
        en: 'A product with three sizes is one row, or three.',
        es: 'Un producto con tres talles es una fila, o tres.',
        pt: 'Um produto com três tamanhos é uma linha, ou três.',
      },
      choices: [
        { value: 'product', name: { en: 'Product', es: 'Producto', pt: 'Produto' } },
        { value: 'sku', name: { en: 'SKU', es: 'SKU', pt: 'SKU' } },
      ],
    },
  },
  async read(at, { send, config }) {
    const from = typeof at === 'number' ? at : 1;
    const category = config['categoryId'];
    const answer = await send(request, {
      query: {
        ...(typeof category === 'number' && { categoryId: category }),
        _from: from,
        _to: from + window - 1,
      },
    });
    const { data, range } = isJsonObject(answer) ? answer : {};
    if (!isJsonObject(data)) throw new UserError('vtex.answer-without-list', { values: { request } });
    const total = isJsonObject(range) && typeof range['total'] === 'number' ? range['total'] : undefined;
    const items = Object.entries(data).flatMap(([id, skus]) =>
      rowsOf(Number(id), skus, config['rows'] === 'sku'),
    );
    const isLast = total === undefined ? Object.keys(data).length < window : from + window > total;
    return { items, next: isLast ? null : from + window };
  },
  example: {
    config: { connection: 'store', categoryId: 1, rows: 'product' },
    input: [],
    output: {
      out: [
        { productId: 1, skuIds: [1, 2, 3] },
        { productId: 2, skuIds: [] },
      ],
    },
  },
});

function rowsOf(productId: number, skus: Json, bySku: boolean): Json[] {
  const skuIds = Array.isArray(skus) ? skus : [];
  return bySku ? skuIds.map((skuId) => ({ productId, skuId })) : [{ productId, skuIds }];
}

// Changes one product by its id: read, merge, write only what differs.
import { optional, productId } from './catalog-targets';
import { readAt, writeOver } from './entity-update';
import { productFields } from './product-fields';
import { oneProduct, withoutFor } from './product-write';
import { vtexAction } from '../vtex/vtex-action';

export default vtexAction({
  id: 'vtex.product-update',
  version: 1,
  name: { en: 'Update product', es: 'Actualizar producto', pt: 'Atualizar produto' },
  help: {
    en: 'Changes what you map of a product, found by the id VTEX gave it, and keeps the rest: VTEX replaces the whole product and switches off what an update leaves out, so it is read first. Nothing is written when nothing differs. To find the product by your ERP’s code use "Create or update product". The store’s search and pages show a change seconds to minutes later.',
    es: 'Cambia lo que usted mapea de un producto, ubicado por el id que le dio VTEX, y conserva lo demás: VTEX reemplaza el producto entero y apaga lo que la actualización no trae, por eso primero se lee. No se escribe nada si no hay diferencias. Para ubicarlo por el código de su ERP use «Crear o actualizar producto». La búsqueda y las páginas de la tienda muestran un cambio segundos o minutos después.',
    pt: 'Muda o que você mapeia de um produto, localizado pelo id que a VTEX deu a ele, e mantém o resto: a VTEX substitui o produto inteiro e desliga o que a atualização não traz, por isso ele é lido antes. Nada é gravado quando nada difere. Para localizar pelo código do seu ERP use "Criar ou atualizar produto". A busca e as páginas da loja mostram uma mudança segundos ou minutos depois.',
  },
  keywords: ['product', 'producto', 'produto', 'update', 'actualizar', 'atualizar', 'cadastro', 'enriquecer'],
  area: 'catalog',
  request: `PUT ${oneProduct}`,
  also: [`GET ${oneProduct}`],
  effect: 'idempotent',
  concurrency: 4,
  saveAs: 'product',
  path: { productId },
  body: optional(productFields),
  prepare: () => ({
    async run({ productId: id, ...wanted }, { store }) {
      const place = {
        path: oneProduct,
        params: { productId: id as number },
        unknown: 'vtex.product-unknown',
      };
      const before = await readAt(place, store);
      const update = { ...place, wanted, without: withoutFor(before, wanted) };
      const { now, change } = await writeOver(before, update, store);
      return { id: id ?? null, refId: now['RefId'] ?? null, change };
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'productId', expression: 'produto' },
        { target: 'Description', expression: 'texto' },
        { target: 'CategoryId', expression: '2' },
      ],
      saveAs: 'product',
    },
    input: [{ produto: 1, texto: 'Faz quinze xícaras de uma vez.' }],
    output: {
      out: [
        {
          produto: 1,
          texto: 'Faz quinze xícaras de uma vez.',
          product: { id: 1, refId: 'P-1', change: 'updated' },
        },
      ],
    },
  },
});

// Reads one SKU with everything around it for each row: the richest read the catalogue has.
import { skuId } from './catalog-targets';
import { target } from '../vtex/targets';
import { vtexRead } from '../vtex/vtex-read';

export default vtexRead({
  id: 'vtex.sku-context-get',
  version: 1,
  name: {
    en: 'Read SKU with all around it',
    es: 'Leer SKU con todo su contexto',
    pt: 'Ler SKU com todo o contexto',
  },
  help: {
    en: 'Reads a SKU together with its product, brand, categories, images, EAN, specifications, kit items, sellers and trade policies. The one read that tells whether it can be sold: IsActive, IsProductActive and IsBrandActive.',
    es: 'Lee un SKU junto con su producto, marca, categorías, imágenes, EAN, especificaciones, ítems de kit, sellers y políticas comerciales. Es la lectura que dice si se puede vender: IsActive, IsProductActive e IsBrandActive.',
    pt: 'Lê um SKU junto com seu produto, marca, categorias, imagens, EAN, especificações, itens de kit, sellers e políticas comerciais. É a leitura que diz se ele pode ser vendido: IsActive, IsProductActive e IsBrandActive.',
  },
  keywords: [
    'sku',
    'context',
    'contexto',
    'completo',
    'imagens',
    'sellers',
    'stockkeepingunitbyid',
    'consultar',
  ],
  area: 'catalog',
  request: 'GET /api/catalog_system/pvt/sku/stockkeepingunitbyid/{skuId}',
  saveAs: 'sku',
  path: { skuId },
  query: {
    sc: target.integer(
      {
        en: 'As seen in trade policy',
        es: 'Visto en la política comercial',
        pt: 'Visto na política comercial',
      },
      { min: 1 },
    ),
  },
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'skuId', expression: 'sku' }],
      saveAs: 'sku',
    },
    input: [{ codigo: 'S-1', sku: 1 }],
    output: { out: [] },
  },
});

// Reads the images of one SKU for each row.
import { skuId } from './catalog-targets';
import { vtexRead } from '../vtex/vtex-read';

export default vtexRead({
  id: 'vtex.sku-images-get',
  version: 1,
  name: { en: 'Read images of a SKU', es: 'Leer las imágenes de un SKU', pt: 'Ler as imagens de um SKU' },
  help: {
    en: 'Reads the images of a SKU as a list: name, place in the order, which is the main one, and VTEX’s address of each. The address you sent is not kept by VTEX.',
    es: 'Lee las imágenes de un SKU como una lista: nombre, posición, cuál es la principal y la dirección de VTEX de cada una. VTEX no conserva la dirección que usted envió.',
    pt: 'Lê as imagens de um SKU como uma lista: nome, posição, qual é a principal e o endereço da VTEX de cada uma. A VTEX não guarda o endereço que você enviou.',
  },
  keywords: ['image', 'imagen', 'imagem', 'foto', 'photo', 'file', 'sku'],
  area: 'catalog',
  request: 'GET /api/catalog/pvt/stockkeepingunit/{skuId}/file',
  saveAs: 'images',
  path: { skuId },
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'skuId', expression: 'sku' }],
      saveAs: 'images',
    },
    input: [{ codigo: 'S-1', sku: 1 }],
    output: {
      out: [
        {
          codigo: 'S-1',
          sku: 1,
          images: [
            {
              Id: 1,
              ArchiveId: 155001,
              SkuId: 1,
              Name: 'frente',
              IsMain: true,
              Label: null,
              Text: null,
              Url: 'https://lojademo.vteximg.com.br/arquivos/ids/155001/frente',
              FileLocation: 'lojademo.vteximg.com.br/arquivos/ids/155001/frente',
              Position: 0,
            },
          ],
        },
      ],
    },
  },
});

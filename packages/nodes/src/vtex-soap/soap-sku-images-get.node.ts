// Reads the list of images of a SKU.
import { skuId } from '../vtex/targets';
import { soapRead } from './soap-read';

export default soapRead({
  id: 'vtex.soap-sku-images-get',
  name: { en: 'Get images of SKU', es: 'Obtener imágenes del SKU', pt: 'Ler imagens do SKU' },
  help: {
    en: 'Reads the list of images of a SKU.',
    es: 'Lee la lista de imágenes de un SKU.',
    pt: 'Lê a lista de imagens de um SKU.',
  },
  keywords: ['image', 'imagen', 'imagem', 'foto', 'ImageListByStockKeepingUnitId'],
  method: 'ImageListByStockKeepingUnitId',
  targets: { StockKeepingUnitId: skuId },
  saveAs: 'images',
  successor: { type: 'vtex.sku-images-get', targets: { StockKeepingUnitId: 'skuId' } },
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'StockKeepingUnitId', expression: '1' }],
      saveAs: 'images',
    },
    input: [{ linha: 1 }],
    output: {
      out: [
        {
          linha: 1,
          images: [
            {
              ArchiveFormatId: null,
              ArchiveParentId: null,
              ArchiveTypeId: null,
              DateLastModified: null,
              Description: null,
              FileLocation: 'https://imagens.exemplo.com.br/frente.jpg',
              Height: null,
              HeightUnitMeasure: null,
              Id: 1,
              IsMain: true,
              Label: null,
              Name: 'frente',
              StockKeepingUnitId: 1,
              Tag: null,
              Url: 'https://lojademo.vteximg.com.br/arquivos/ids/155001/frente',
              Width: null,
              WidthUnitMeasure: null,
            },
          ],
        },
      ],
    },
  },
});

// Takes all images off a SKU.
import { skuId } from '../vtex/targets';
import { soapCall } from './soap-box';

export default soapCall({
  id: 'vtex.soap-sku-images-delete',
  name: {
    en: 'Remove all images of SKU',
    es: 'Quitar todas las imágenes del SKU',
    pt: 'Retirar todas as imagens do SKU',
  },
  help: {
    en: 'Takes all images off a SKU. There is no way back.',
    es: 'Quita todas las imágenes de un SKU. No hay vuelta atrás.',
    pt: 'Retira todas as imagens de um SKU. Não há volta.',
  },
  keywords: ['image', 'imagen', 'imagem', 'foto', 'delete', 'StockKeepingUnitImageRemove'],
  method: 'StockKeepingUnitImageRemove',
  effect: 'idempotent',
  targets: { stockKeepingUnitId: skuId },
  saveAs: 'images',
  answer: (values) => ({ skuId: values['stockKeepingUnitId'] ?? null, change: 'removed' }),
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'stockKeepingUnitId', expression: '1' }],
      saveAs: 'images',
    },
    input: [{ linha: 1 }],
    output: { out: [{ linha: 1, images: { skuId: 1, change: 'removed' } }] },
  },
});

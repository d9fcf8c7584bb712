// Switches a SKU on.
import { skuId } from '../vtex/targets';
import { soapCall } from './soap-box';

export default soapCall({
  id: 'vtex.soap-sku-activate',
  name: { en: 'Activate SKU', es: 'Activar SKU', pt: 'Ativar SKU' },
  help: {
    en: 'Switches a SKU on. It needs an image, and an active product, brand and category.',
    es: 'Activa un SKU. Necesita una imagen, y producto, marca y categoría activos.',
    pt: 'Liga um SKU. Ele precisa de uma imagem, e de produto, marca e categoria ativos.',
  },
  keywords: ['sku', 'activate', 'activar', 'ativar', 'StockKeepingUnitActive'],
  method: 'StockKeepingUnitActive',
  effect: 'idempotent',
  targets: { idStockKeepingUnit: skuId },
  saveAs: 'activation',
  successor: {
    type: 'vtex.sku-update',
    targets: { idStockKeepingUnit: 'skuId' },
    adds: [{ target: 'IsActive', expression: 'true' }],
  },
  answer: (values) => ({ id: values['idStockKeepingUnit'] ?? null, active: true }),
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'idStockKeepingUnit', expression: '1' }],
      saveAs: 'activation',
    },
    input: [{ linha: 1 }],
    output: { out: [{ linha: 1, activation: { id: 1, active: true } }] },
  },
});

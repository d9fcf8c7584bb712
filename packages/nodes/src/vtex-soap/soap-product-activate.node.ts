// Switches a product on.
import { soapCall } from './soap-box';
import { product } from './soap-places';

export default soapCall({
  id: 'vtex.soap-product-activate',
  name: { en: 'Activate product', es: 'Activar producto', pt: 'Ativar produto' },
  help: {
    en: 'Switches a product on. Fails when its brand or category is inactive.',
    es: 'Activa un producto. Falla si su marca o su categoría está inactiva.',
    pt: 'Liga um produto. Falha se a marca ou a categoria dele está inativa.',
  },
  keywords: ['product', 'producto', 'produto', 'activate', 'activar', 'ativar', 'ProductActive'],
  method: 'ProductActive',
  effect: 'idempotent',
  targets: { idProduct: product },
  saveAs: 'activation',
  successor: {
    type: 'vtex.product-update',
    targets: { idProduct: 'productId' },
    adds: [{ target: 'IsActive', expression: 'true' }],
  },
  answer: (values) => ({ id: values['idProduct'] ?? null, active: true }),
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'idProduct', expression: '1' }],
      saveAs: 'activation',
    },
    input: [{ linha: 1 }],
    output: { out: [{ linha: 1, activation: { id: 1, active: true } }] },
  },
});

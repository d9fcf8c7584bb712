// Asks logistics for the ways to deliver one SKU to a postal code: warehouses, docks, policies, prices, times.
import { UserError, type Json } from '@eclusa/flow';
import { target, units } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { plainPostalCode } from './postal-code';
import { country, quantity, salesChannel, zipCode } from './terms';

const request = 'POST /api/logistics/pvt/shipping/calculate';

const measure = { min: 0, unit: units.centimetres };

export default vtexAction({
  id: 'vtex.shipping-calculate',
  version: 1,
  name: { en: 'Calculate shipping', es: 'Calcular envío', pt: 'Calcular frete' },
  help: {
    en: 'Answers, for each row, every way to deliver a SKU to a postal code: warehouse, dock, shipping policy, price in decimal currency and time. Changes nothing. It knows no promotions; for what a shopper would pay use "Check price, stock and delivery". Map weight (grams) and sides (cm), since freight depends on them.',
    es: 'Responde, por cada fila, todas las formas de entregar un SKU en un código postal: almacén, muelle, política de envío, precio en moneda decimal y plazo. No cambia nada. No conoce promociones; para lo que pagaría un comprador use «Verificar precio, stock y entrega». Mapee peso (gramos) y lados (cm), porque el flete depende de ellos.',
    pt: 'Responde, para cada linha, todas as formas de entregar um SKU em um CEP: estoque, doca, política de envio, preço em moeda com decimais e prazo. Não muda nada. Não conhece promoções; para o que um comprador pagaria use "Conferir preço, estoque e entrega". Mapeie peso (gramas) e lados (cm), porque o frete depende deles.',
  },
  keywords: [
    'shipping',
    'freight',
    'sla',
    'frete',
    'calcular frete',
    'prazo de entrega',
    'flete',
    'envío',
    'cep',
  ],
  area: 'logistics',
  request,
  effect: 'read',
  saveAs: 'shipping',
  body: {
    id: target.text(
      { en: 'SKU id', es: 'Id del SKU', pt: 'Id do SKU' },
      { required: true, maxLength: 20, suggest: '$exists(sku.id) ? sku.id : skuId' },
    ),
    quantity,
    zipCode,
    country,
    price: target.number(
      { en: 'Unit price', es: 'Precio unitario', pt: 'Preço unitário' },
      { min: 0, unit: units.currency },
    ),
    weight: target.number({ en: 'Weight', es: 'Peso', pt: 'Peso' }, { min: 0, unit: units.grams }),
    height: target.number({ en: 'Height', es: 'Alto', pt: 'Altura' }, measure),
    width: target.number({ en: 'Width', es: 'Ancho', pt: 'Largura' }, measure),
    length: target.number({ en: 'Length', es: 'Largo', pt: 'Comprimento' }, measure),
    salesChannel,
  },
  prepare: () => ({
    async run(values, { store }) {
      const { id, quantity: wanted, price, weight, height, width, length } = values;
      const dimension = Object.fromEntries(
        Object.entries({ weight, height, width, length }).filter(
          (one): one is [string, Json] => one[1] !== undefined,
        ),
      );
      const answer = await store.send(request, {
        body: [
          {
            items: [{ id, quantity: wanted, ...(price !== undefined && { price }), dimension }],
            location: { zipCode: plainPostalCode(values['zipCode']), country: values['country'] ?? 'BRA' },
            salesChannel: values['salesChannel'] ?? '1',
          },
        ],
      });
      if (!Array.isArray(answer)) throw new UserError('vtex.answer-without-list', { values: { request } });
      return answer[0] ?? [];
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'id', expression: 'sku' },
        { target: 'quantity', expression: '2' },
        { target: 'zipCode', expression: 'cep' },
        { target: 'weight', expression: 'peso' },
      ],
      saveAs: 'shipping',
    },
    input: [{ sku: 1, cep: '01310-100', peso: 1250 }],
    output: {
      out: [
        {
          sku: 1,
          cep: '01310-100',
          peso: 1250,
          shipping: [
            {
              itemId: '1',
              quantity: 2,
              kitItem: [],
              availabilityQuantity: 118,
              salesChannel: '1',
              slaType: 'Normal',
              slaTypeName: 'Normal',
              freightTableName: 'Normal',
              freightTableId: 'normal',
              listPrice: 10,
              transitTime: '3.00:00:00',
              dockTime: '00:00:00',
              timeToDockPlusDockTime: '00:00:00',
              aditionalTimeBlockedDays: '00:00:00',
              leadTime: '00:00:00',
              totalTime: '3.00:00:00',
              deliveryWindows: [],
              wareHouseId: '1_1',
              dockId: '1_1_1',
              location: {
                zipCode: '01310100',
                country: 'BRA',
                point: [],
                inStore: { isCheckedIn: false, storeId: null },
              },
              deliveryChannel: 'delivery',
            },
          ],
        },
      ],
    },
  },
});

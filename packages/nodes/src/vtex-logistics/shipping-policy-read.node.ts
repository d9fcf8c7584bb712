// Reads one shipping policy.
import { vtexRead } from '../vtex/vtex-read';
import { policyId } from './terms';

export default vtexRead({
  id: 'vtex.shipping-policy-read',
  version: 1,
  name: { en: 'Read shipping policy', es: 'Leer política de envío', pt: 'Ler política de envio' },
  help: {
    en: 'Reads, for each row, one shipping policy (carrier) by its id: method, limits, schedule, modals. Its prices are read by "Read freight values".',
    es: 'Lee, por cada fila, una política de envío (transportadora) por su id: método, límites, agenda, modales. Sus precios se leen con «Leer valores de flete».',
    pt: 'Lê, para cada linha, uma política de envio (transportadora) pelo id: método, limites, agenda, modais. Os preços dela se leem com "Ler valores de frete".',
  },
  keywords: [
    'shipping policy',
    'carrier',
    'transportadora',
    'política de envio',
    'política de envío',
    'consultar',
  ],
  area: 'logistics',
  request: 'GET /api/logistics/pvt/shipping-policies/{id}',
  path: { id: policyId },
  saveAs: 'policy',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'id', expression: 'transportadora' }],
      saveAs: 'policy',
    },
    input: [{ transportadora: 'normal' }],
    output: {
      out: [
        {
          transportadora: 'normal',
          policy: {
            id: 'normal',
            name: 'Normal',
            shippingMethod: 'Normal',
            weekendAndHolidays: { saturday: false, sunday: false, holiday: false },
            maxDimension: { largestMeasure: 0, maxMeasureSum: 0 },
            numberOfItemsPerShipment: 0,
            minimumValueAceptable: 0,
            maximumValueAceptable: 0,
            additionalTime: null,
            additionalPrice: null,
            deliveryScheduleSettings: {
              useDeliverySchedule: false,
              maxRangeDelivery: 0,
              dayOfWeekForDelivery: [],
            },
            carrierSchedule: [],
            cubicWeightSettings: { volumetricFactor: 0, minimunAcceptableVolumetricWeight: 0 },
            modalSettings: { modals: [], useOnlyItemsWithDefinedModal: false },
            businessHourSettings: { carrierBusinessHours: [], isOpenOutsideBusinessHours: true },
            pickupPointsSettings: { pickupPointIds: [], pickupPointTags: [], sellers: [] },
            isActive: true,
            processingStatus: { status: 1, errorMessage: null, errorsMetadata: null },
            deliveryChannel: 'delivery',
            calculationType: 0,
            lastIndexedAt: null,
          },
        },
      ],
    },
  },
});

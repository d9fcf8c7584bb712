// Lists the shipping policies of a store.
import { numberedPages, vtexList } from '../vtex/vtex-list';
import { asObject } from '../vtex/remote';
import { totalOf } from './paging';

const request = 'GET /api/logistics/pvt/shipping-policies';

export default vtexList({
  id: 'vtex.shipping-policy-list',
  version: 1,
  name: { en: 'List shipping policies', es: 'Listar políticas de envío', pt: 'Listar políticas de envio' },
  help: {
    en: 'Reads all shipping policies (carriers) of the store, one row each, page by page.',
    es: 'Lee todas las políticas de envío (transportadoras) de la tienda, una fila cada una, página por página.',
    pt: 'Lê todas as políticas de envio (transportadoras) da loja, uma linha cada, página por página.',
  },
  keywords: [
    'shipping policies',
    'carriers',
    'transportadoras',
    'políticas de envio',
    'frete',
    'políticas de envío',
    'flete',
  ],
  area: 'logistics',
  request,
  read: numberedPages({
    request,
    page: 'page',
    size: 'perPage',
    most: 100,
    find: (answer) => asObject(answer)?.['items'],
    total: totalOf,
  }),
  example: {
    config: { connection: 'store' },
    input: [],
    output: {
      out: [
        {
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
        {
          id: 'expresso',
          name: 'Expresso',
          shippingMethod: 'Expressa',
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
      ],
    },
  },
});

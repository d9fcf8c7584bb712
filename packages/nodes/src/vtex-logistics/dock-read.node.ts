// Reads one dock.
import { vtexRead } from '../vtex/vtex-read';
import { dockId } from './terms';

export default vtexRead({
  id: 'vtex.dock-read',
  version: 1,
  name: { en: 'Read dock', es: 'Leer muelle', pt: 'Ler doca' },
  help: {
    en: 'Reads, for each row, one dock by its id: times, trade policies, the shipping policies it uses, address, active or not.',
    es: 'Lee, por cada fila, un muelle por su id: tiempos, políticas comerciales, las políticas de envío que usa, dirección, activo o no.',
    pt: 'Lê, para cada linha, uma doca pelo id: tempos, políticas comerciais, as políticas de envio que usa, endereço, ativa ou não.',
  },
  keywords: ['dock', 'doca', 'muelle', 'consultar', 'expedição'],
  area: 'logistics',
  request: 'GET /api/logistics/pvt/configuration/docks/{dockId}',
  path: { dockId },
  saveAs: 'dock',
  example: {
    config: { connection: 'store', mapping: [{ target: 'dockId', expression: 'doca' }], saveAs: 'dock' },
    input: [{ doca: '1_1_1' }],
    output: {
      out: [
        {
          doca: '1_1_1',
          dock: {
            pickupStoreInfo: { isPickupStore: false, storeId: null, friendlyName: null, address: null },
            pickupInStoreInfo: { isActice: false, additionalInfo: null },
            location: null,
            shippingRatesProviders: [],
            deliveryAgreementsIds: [],
            id: '1_1_1',
            name: 'Doca principal',
            priority: 0,
            dockTimeFake: '00:00:00',
            timeFakeOverhead: '00:00:00',
            salesChannels: ['1'],
            salesChannel: null,
            freightTableIds: ['normal'],
            wmsEndPoint: null,
            address: null,
            isActive: true,
          },
        },
      ],
    },
  },
});

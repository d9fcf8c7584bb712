// Lists the docks of a store.
import { wholeList, vtexList } from '../vtex/vtex-list';

const request = 'GET /api/logistics/pvt/configuration/docks';

export default vtexList({
  id: 'vtex.dock-list',
  version: 1,
  name: { en: 'List docks', es: 'Listar muelles', pt: 'Listar docas' },
  help: {
    en: 'Reads all docks of the store, one row each. A dock joins warehouses with shipping policies: goods pass it on their way out.',
    es: 'Lee todos los muelles de la tienda, una fila cada uno. Un muelle une almacenes con políticas de envío: la mercadería pasa por él al salir.',
    pt: 'Lê todas as docas da loja, uma linha cada. Uma doca liga estoques a políticas de envio: a mercadoria passa por ela ao sair.',
  },
  keywords: ['docks', 'docas', 'muelles', 'loading dock', 'expedição', 'expedición'],
  area: 'logistics',
  request,
  read: wholeList(request),
  example: {
    config: { connection: 'store' },
    input: [],
    output: {
      out: [
        {
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
        {
          pickupStoreInfo: { isPickupStore: false, storeId: null, friendlyName: null, address: null },
          pickupInStoreInfo: { isActice: false, additionalInfo: null },
          location: null,
          shippingRatesProviders: [],
          deliveryAgreementsIds: [],
          id: 'filial_1',
          name: 'Doca da filial',
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
      ],
    },
  },
});

// Reads one pickup point.
import { vtexRead } from '../vtex/vtex-read';
import { pickupPointId } from './terms';

export default vtexRead({
  id: 'vtex.pickup-point-read',
  version: 1,
  name: { en: 'Read pickup point', es: 'Leer punto de retiro', pt: 'Ler ponto de retirada' },
  help: {
    en: 'Reads, for each row, one pickup point by its id: address, opening hours, active or not.',
    es: 'Lee, por cada fila, un punto de retiro por su id: dirección, horarios, activo o no.',
    pt: 'Lê, para cada linha, um ponto de retirada pelo id: endereço, horários, ativo ou não.',
  },
  keywords: ['pickup point', 'ponto de retirada', 'punto de retiro', 'loja física', 'tienda'],
  area: 'logistics',
  request: 'GET /api/logistics/pvt/configuration/pickuppoints/{pickupPointId}',
  path: { pickupPointId },
  saveAs: 'pickupPoint',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'pickupPointId', expression: 'loja' }],
      saveAs: 'pickupPoint',
    },
    input: [{ loja: 'loja-centro' }],
    output: {
      out: [
        {
          loja: 'loja-centro',
          pickupPoint: {
            description: null,
            instructions: null,
            formatted_address: null,
            businessHours: [],
            tagsLabel: [],
            isThirdPartyPickup: false,
            id: 'loja-centro',
            name: 'Loja Centro',
            address: {
              postalCode: '01001000',
              city: 'São Paulo',
              country: { acronym: 'BRA', name: 'Brazil' },
            },
            isActive: true,
            distance: null,
            seller: null,
            _sort: null,
            pickupHolidays: [],
            accountOwnerName: null,
            accountOwnerId: null,
            parentAccountName: null,
            originalId: null,
          },
        },
      ],
    },
  },
});

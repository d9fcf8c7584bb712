// Lists how full the locations of an account are now.
import { wholeList, vtexList } from '../vtex/vtex-list';

const request = 'GET /api/fulfillment-locations/capacity/by-parent-account-name';

export default vtexList({
  id: 'vtex.location-capacity-list',
  version: 1,
  name: {
    en: 'List capacity of locations',
    es: 'Listar capacidad de ubicaciones',
    pt: 'Listar capacidade dos locais',
  },
  help: {
    en: 'Reads how much of its capacity each location of the account and its sellers has used now, one row each.',
    es: 'Lee cuánto de su capacidad usó ahora cada ubicación de la cuenta y de sus vendedores, una fila cada una.',
    pt: 'Lê quanto da capacidade cada local da conta e dos sellers usou agora, uma linha cada.',
  },
  keywords: ['capacity', 'location', 'capacidade', 'local', 'capacidad', 'ubicación', 'seller'],
  area: 'logistics',
  request,
  read: wholeList(request),
  example: {
    config: { connection: 'store' },
    input: [],
    output: {
      out: [
        {
          locationId: 'loc_1',
          accountName: 'lojademo',
          accountId: 'lojademo',
          availability: {
            amountUsagePercentage: 0,
            startAt: '2026-11-23T00:00:00.000Z',
            endAt: '2026-11-23T23:59:59.000Z',
          },
        },
      ],
    },
  },
});

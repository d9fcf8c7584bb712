// Reads how full one location will be on the next days.
import { target } from '../vtex/targets';
import { vtexRead } from '../vtex/vtex-read';
import { locationId } from './terms';

export default vtexRead({
  id: 'vtex.location-capacity-read',
  version: 1,
  name: {
    en: 'Read capacity of a location',
    es: 'Leer capacidad de una ubicación',
    pt: 'Ler capacidade de um local',
  },
  help: {
    en: 'Reads, for each row, how many orders one location can take on each of the next days, and how many it has. Three days unless you map another number.',
    es: 'Lee, por cada fila, cuántos pedidos puede tomar una ubicación en cada uno de los próximos días, y cuántos tiene. Tres días, salvo que mapee otro número.',
    pt: 'Lê, para cada linha, quantos pedidos um local pode receber em cada um dos próximos dias, e quantos já tem. Três dias, a não ser que você mapeie outro número.',
  },
  keywords: ['capacity', 'location', 'capacidade', 'local', 'capacidad', 'ubicación', 'loja'],
  area: 'logistics',
  request: 'GET /api/fulfillment-locations/locations/{locationId}/capacities',
  path: { locationId },
  query: {
    daysRequested: target.integer(
      { en: 'Days', es: 'Días', pt: 'Dias' },
      { min: 1, max: 60, unit: { en: 'days', es: 'días', pt: 'dias' } },
    ),
  },
  saveAs: 'capacity',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'locationId', expression: 'local' }],
      saveAs: 'capacity',
    },
    input: [{ local: 'loc_1' }],
    output: {
      out: [
        {
          local: 'loc_1',
          capacity: [
            {
              amountPercentage: 0,
              capacityLimitAmount: 0,
              capacityUsageAmount: 0,
              startAt: '2026-11-23T00:00:00.000Z',
              endAt: '2026-11-23T23:59:59.000Z',
            },
            {
              amountPercentage: 0,
              capacityLimitAmount: 0,
              capacityUsageAmount: 0,
              startAt: '2026-11-24T00:00:00.000Z',
              endAt: '2026-11-24T23:59:59.000Z',
            },
            {
              amountPercentage: 0,
              capacityLimitAmount: 0,
              capacityUsageAmount: 0,
              startAt: '2026-11-25T00:00:00.000Z',
              endAt: '2026-11-25T23:59:59.000Z',
            },
          ],
        },
      ],
    },
  },
});

// Opens or pauses one location.
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { locationId } from './terms';

export default vtexAction({
  id: 'vtex.location-status-set',
  version: 1,
  name: {
    en: 'Open or pause a location',
    es: 'Abrir o pausar una ubicación',
    pt: 'Abrir ou pausar um local',
  },
  help: {
    en: 'Lets a location take orders, or pauses it: a store that closes for a day, say. Orders it has already stay there.',
    es: 'Permite que una ubicación tome pedidos, o la pausa: por ejemplo, una tienda que cierra un día. Los pedidos que ya tiene se quedan allí.',
    pt: 'Faz um local receber pedidos, ou o pausa: uma loja que fecha por um dia, por exemplo. Os pedidos que já tem ficam lá.',
  },
  keywords: ['location', 'pause', 'pausar loja', 'local', 'pausar', 'tienda', 'fechar loja', 'ubicación'],
  area: 'logistics',
  request: 'PUT /api/fulfillment-locations/locations/{locationId}/status',
  effect: 'idempotent',
  saveAs: 'location',
  path: { locationId },
  body: {
    status: target.text(
      { en: 'State', es: 'Estado', pt: 'Estado' },
      {
        required: true,
        suggest: '"ACTIVE"',
        choices: [
          { value: 'ACTIVE', name: { en: 'Open', es: 'Abierta', pt: 'Aberto' } },
          { value: 'MANUALLY_PAUSED', name: { en: 'Paused', es: 'Pausada', pt: 'Pausado' } },
        ],
      },
    ),
  },
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'locationId', expression: 'local' },
        { target: 'status', expression: '"MANUALLY_PAUSED"' },
      ],
      saveAs: 'location',
    },
    input: [{ local: 'loc_1' }],
    output: {
      out: [
        {
          local: 'loc_1',
          location: {
            id: 'loc_1',
            name: 'Loja demo',
            status: 'MANUALLY_PAUSED',
            timeZone: 'America/Sao_Paulo',
            vtexAccountName: 'lojademo',
            segmentationType: null,
            locationTasks: [
              {
                id: 1,
                locationId: 'loc_1',
                location: null,
                capacityRule: {
                  id: 1,
                  capacityType: 'UNLIMITED',
                  capacityUnit: 'ORDERS',
                  fullCapacityAction: 'MOVE_TO_NEXT_SHIFT',
                  taskId: 1,
                  capacityShifts: [
                    {
                      id: 1,
                      capacityAmount: 0,
                      capacityRuleId: 1,
                      timeStart: '00:00:00',
                      timeEnd: '23:59:59',
                      weekDay: 'SUNDAY',
                    },
                    {
                      id: 2,
                      capacityAmount: 0,
                      capacityRuleId: 1,
                      timeStart: '00:00:00',
                      timeEnd: '23:59:59',
                      weekDay: 'MONDAY',
                    },
                    {
                      id: 3,
                      capacityAmount: 0,
                      capacityRuleId: 1,
                      timeStart: '00:00:00',
                      timeEnd: '23:59:59',
                      weekDay: 'TUESDAY',
                    },
                    {
                      id: 4,
                      capacityAmount: 0,
                      capacityRuleId: 1,
                      timeStart: '00:00:00',
                      timeEnd: '23:59:59',
                      weekDay: 'WEDNESDAY',
                    },
                    {
                      id: 5,
                      capacityAmount: 0,
                      capacityRuleId: 1,
                      timeStart: '00:00:00',
                      timeEnd: '23:59:59',
                      weekDay: 'THURSDAY',
                    },
                    {
                      id: 6,
                      capacityAmount: 0,
                      capacityRuleId: 1,
                      timeStart: '00:00:00',
                      timeEnd: '23:59:59',
                      weekDay: 'FRIDAY',
                    },
                    {
                      id: 7,
                      capacityAmount: 0,
                      capacityRuleId: 1,
                      timeStart: '00:00:00',
                      timeEnd: '23:59:59',
                      weekDay: 'SATURDAY',
                    },
                    {
                      id: 8,
                      capacityAmount: 0,
                      capacityRuleId: 1,
                      timeStart: '00:00:00',
                      timeEnd: '23:59:59',
                      weekDay: 'HOLIDAYS_AND_EXCEPTIONS',
                    },
                  ],
                },
              },
            ],
          },
        },
      ],
    },
  },
});

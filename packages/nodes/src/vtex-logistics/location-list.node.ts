// Lists the fulfilment locations of an account. Pages count from 0 here, thirty a page at most.
import { asObject } from '../vtex/remote';
import { listOf, vtexList } from '../vtex/vtex-list';

const request = 'GET /api/fulfillment-locations/location';

export default vtexList({
  id: 'vtex.location-list',
  version: 1,
  name: {
    en: 'List fulfilment locations',
    es: 'Listar ubicaciones de preparación',
    pt: 'Listar locais de atendimento',
  },
  help: {
    en: 'Reads the places that prepare orders (stores, franchises, warehouses of sellers), one row each, with their state and capacity. Choose one state to see only those.',
    es: 'Lee los lugares que preparan pedidos (tiendas, franquicias, almacenes de vendedores), una fila cada uno, con su estado y capacidad. Elija un estado para ver solo esos.',
    pt: 'Lê os lugares que preparam pedidos (lojas, franquias, estoques de sellers), uma linha cada, com estado e capacidade. Escolha um estado para ver só esses.',
  },
  keywords: [
    'location',
    'capacity',
    'local de atendimento',
    'loja',
    'franquia',
    'capacidade',
    'ubicación',
    'capacidad',
    'fulfillment',
  ],
  area: 'logistics',
  request,
  fields: {
    status: {
      kind: 'choice',
      default: 'all',
      name: { en: 'State', es: 'Estado', pt: 'Estado' },
      help: {
        en: 'Only places in this state.',
        es: 'Solo lugares en este estado.',
        pt: 'Só locais nesta situação.',
      },
      choices: [
        { value: 'all', name: { en: 'Any', es: 'Cualquiera', pt: 'Qualquer' } },
        { value: 'ACTIVE', name: { en: 'Active', es: 'Activo', pt: 'Ativo' } },
        {
          value: 'MANUALLY_PAUSED',
          name: { en: 'Paused by hand', es: 'Pausado a mano', pt: 'Pausado à mão' },
        },
        { value: 'PAUSED', name: { en: 'Paused', es: 'Pausado', pt: 'Pausado' } },
      ],
    },
  },
  async read(at, { send, config }) {
    const page = typeof at === 'number' ? at : 0;
    const status = config['status'] === 'all' ? undefined : String(config['status'] ?? '') || undefined;
    const answer = asObject(await send(request, { query: { page, pageSize: 30, status } }));
    const items = listOf(answer?.['data'], request);
    const isLast = items.length === 0 || answer?.['hasNextPage'] !== true;
    return { items, next: isLast ? null : page + 1 };
  },
  example: {
    config: { connection: 'store', status: 'ACTIVE' },
    input: [],
    output: {
      out: [
        {
          id: 'loc_1',
          name: 'Loja demo',
          status: 'ACTIVE',
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
      ],
    },
  },
});

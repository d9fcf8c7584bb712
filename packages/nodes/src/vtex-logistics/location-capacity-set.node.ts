// Sets how many orders or items one location can prepare on each day of the week. VTEX keeps what is left out.
import { UserError, type Json } from '@eclusa/flow';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { locationId } from './terms';

const request = 'PUT /api/fulfillment-locations/location/{locationId}/capacities/{code}';

const most = { min: 0 };
const days = {
  MONDAY: target.integer({ en: 'Monday', es: 'Lunes', pt: 'Segunda' }, most),
  TUESDAY: target.integer({ en: 'Tuesday', es: 'Martes', pt: 'Terça' }, most),
  WEDNESDAY: target.integer({ en: 'Wednesday', es: 'Miércoles', pt: 'Quarta' }, most),
  THURSDAY: target.integer({ en: 'Thursday', es: 'Jueves', pt: 'Quinta' }, most),
  FRIDAY: target.integer({ en: 'Friday', es: 'Viernes', pt: 'Sexta' }, most),
  SATURDAY: target.integer({ en: 'Saturday', es: 'Sábado', pt: 'Sábado' }, most),
  SUNDAY: target.integer({ en: 'Sunday', es: 'Domingo', pt: 'Domingo' }, most),
  HOLIDAYS_AND_EXCEPTIONS: target.integer({ en: 'Holidays', es: 'Feriados', pt: 'Feriados' }, most),
};

export default vtexAction({
  id: 'vtex.location-capacity-set',
  version: 1,
  name: {
    en: 'Set capacity of a location',
    es: 'Definir capacidad de una ubicación',
    pt: 'Definir capacidade de um local',
  },
  help: {
    en: 'Sets how many orders (or items) a location can prepare on each day of the week. What is not mapped stays as it is in VTEX.',
    es: 'Define cuántos pedidos (o ítems) puede preparar una ubicación en cada día de la semana. Lo que no se mapea queda como está en VTEX.',
    pt: 'Define quantos pedidos (ou itens) um local pode preparar em cada dia da semana. O que não está mapeado fica como está na VTEX.',
  },
  keywords: ['capacity', 'location', 'capacidade', 'local', 'capacidad', 'ubicación', 'limite de pedidos'],
  area: 'logistics',
  request,
  effect: 'idempotent',
  saveAs: 'capacity',
  path: { locationId },
  body: {
    capacityType: target.text(
      { en: 'Kind', es: 'Tipo', pt: 'Tipo' },
      {
        choices: [
          { value: 'FIXED', name: { en: 'Limited', es: 'Limitada', pt: 'Limitada' } },
          { value: 'UNLIMITED', name: { en: 'Unlimited', es: 'Ilimitada', pt: 'Ilimitada' } },
        ],
      },
    ),
    capacityUnit: target.text(
      { en: 'Counted in', es: 'Se cuenta en', pt: 'Contada em' },
      {
        choices: [
          { value: 'ORDERS', name: { en: 'Orders', es: 'Pedidos', pt: 'Pedidos' } },
          { value: 'ORDER_ITEMS', name: { en: 'Items', es: 'Ítems', pt: 'Itens' } },
        ],
      },
    ),
    fullCapacityAction: target.text(
      { en: 'When it is full', es: 'Cuando está llena', pt: 'Quando lota' },
      {
        choices: [
          { value: 'PAUSE', name: { en: 'Pause', es: 'Pausar', pt: 'Pausar' } },
          {
            value: 'MOVE_TO_NEXT_SHIFT',
            name: {
              en: 'Promise the next day',
              es: 'Prometer el día siguiente',
              pt: 'Prometer o dia seguinte',
            },
          },
        ],
      },
    ),
    ...days,
  },
  prepare: () => ({
    async run(values, { store }): Promise<Json> {
      const { locationId: id, ...rest } = values;
      const inside = Object.entries(rest).filter(([name]) => name in days);
      const plain = Object.entries(rest).filter(([name]) => !(name in days));
      if (inside.length + plain.length === 0) throw new UserError('vtex.capacity-without-value');
      const body = {
        ...Object.fromEntries(plain),
        ...(inside.length > 0 && { dayCapacity: Object.fromEntries(inside) }),
      };
      // The only task VTEX knows so far.
      await store.send(request, { params: { locationId: String(id), code: 'fulfill_orders' }, body });
      return { locationId: String(id), ...body, change: 'set' };
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'locationId', expression: 'local' },
        { target: 'capacityType', expression: '"FIXED"' },
        { target: 'MONDAY', expression: 'segunda' },
      ],
      saveAs: 'capacity',
    },
    input: [{ local: 'loc_1', segunda: 40 }],
    output: {
      out: [
        {
          local: 'loc_1',
          segunda: 40,
          capacity: {
            locationId: 'loc_1',
            capacityType: 'FIXED',
            dayCapacity: { MONDAY: 40 },
            change: 'set',
          },
        },
      ],
    },
  },
});

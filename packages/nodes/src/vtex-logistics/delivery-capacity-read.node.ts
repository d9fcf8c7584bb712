// Reads how full the windows of scheduled delivery of a shipping policy are between two days.
import { target } from '../vtex/targets';
import { vtexRead } from '../vtex/vtex-read';
import { policyId } from './terms';

export default vtexRead({
  id: 'vtex.delivery-capacity-read',
  version: 1,
  name: {
    en: 'Read capacity of scheduled delivery',
    es: 'Leer capacidad de entrega programada',
    pt: 'Ler capacidade da entrega agendada',
  },
  help: {
    en: 'Reads, for each row, how much of each window of scheduled delivery of a shipping policy is taken between two days, and by which orders. Times are those of the account’s time zone, not UTC.',
    es: 'Lee, por cada fila, cuánto de cada ventana de entrega programada de una política de envío está tomado entre dos días, y por qué pedidos. Las horas son las de la zona horaria de la cuenta, no UTC.',
    pt: 'Lê, para cada linha, quanto de cada janela de entrega agendada de uma política de envio está tomado entre dois dias, e por quais pedidos. As horas são do fuso da conta, não UTC.',
  },
  keywords: [
    'scheduled delivery',
    'capacity',
    'entrega agendada',
    'capacidade',
    'janela de entrega',
    'entrega programada',
    'ventana',
  ],
  area: 'logistics',
  request: 'GET /api/logistics-capacity/resources/carrier@{capacityType}@{shippingPolicyId}/time-frames',
  path: {
    capacityType: target.text(
      { en: 'Counted in', es: 'Se cuenta en', pt: 'Contada em' },
      {
        required: true,
        suggest: '"orders_quantity"',
        choices: [
          { value: 'orders_quantity', name: { en: 'Orders', es: 'Pedidos', pt: 'Pedidos' } },
          { value: 'skus_quantity', name: { en: 'Items', es: 'Ítems', pt: 'Itens' } },
        ],
      },
    ),
    shippingPolicyId: policyId,
  },
  query: {
    rangeStart: target.text(
      { en: 'From', es: 'Desde', pt: 'De' },
      {
        required: true,
        maxLength: 10,
        suggest: 'data',
        help: {
          en: 'A day such as 2026-12-01.',
          es: 'Un día como 2026-12-01.',
          pt: 'Um dia como 2026-12-01.',
        },
      },
    ),
    rangeEnd: target.text(
      { en: 'To', es: 'Hasta', pt: 'Até' },
      {
        required: true,
        maxLength: 10,
        suggest: 'data',
        help: {
          en: 'A day such as 2026-12-07.',
          es: 'Un día como 2026-12-07.',
          pt: 'Um dia como 2026-12-07.',
        },
      },
    ),
  },
  saveAs: 'capacity',
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'capacityType', expression: '"orders_quantity"' },
        { target: 'shippingPolicyId', expression: 'transportadora' },
        { target: 'rangeStart', expression: '"2026-12-01"' },
        { target: 'rangeEnd', expression: '"2026-12-07"' },
      ],
      saveAs: 'capacity',
    },
    input: [{ transportadora: 'normal' }],
    output: { out: [{ transportadora: 'normal', capacity: [] }] },
  },
});

// Reads one order as it is now, for each row, whole or some of its parts.
import { UserError } from '@eclusa/flow';
import { vtexAction } from '../vtex/vtex-action';
import { whenMissingField } from '../vtex/vtex-read';
import { getOrder, orderId } from './order';

export default vtexAction({
  id: 'vtex.order-get',
  version: 1,
  name: { en: 'Get order', es: 'Obtener pedido', pt: 'Obter pedido' },
  help: {
    en: 'Reads the order as it is now. Always do so after an event: its status may be old. All amounts are cents, and a status that is empty means an incomplete order, which is to be left alone. VTEX keeps orders for two years. Name the parts you need to keep rows small.',
    es: 'Lee el pedido como está ahora. Hágalo siempre después de un evento: su estado puede ser viejo. Todos los importes son centavos, y un estado vacío es un pedido incompleto, que no se toca. VTEX guarda los pedidos dos años. Nombre las partes que necesita para que las filas sean pequeñas.',
    pt: 'Lê o pedido como está agora. Faça isso sempre depois de um evento: o status dele pode ser antigo. Todos os valores são centavos, e status vazio é pedido incompleto, que não se mexe. A VTEX guarda pedidos por dois anos. Diga as partes de que precisa para manter as linhas pequenas.',
  },
  keywords: ['order', 'pedido', 'get', 'ler', 'leer', 'consultar', 'detalhe', 'detalle'],
  area: 'orders',
  request: getOrder,
  effect: 'read',
  saveAs: 'order',
  path: { orderId },
  options: {
    parts: {
      kind: 'text',
      default: '',
      placeholder: 'orderId, status, value, items',
      name: { en: 'Parts to keep', es: 'Partes que se guardan', pt: 'Partes a manter' },
      help: {
        en: 'Names of the order’s members with commas between. Empty: the whole order.',
        es: 'Nombres de los miembros del pedido separados por comas. Vacío: el pedido entero.',
        pt: 'Nomes dos membros do pedido separados por vírgulas. Vazio: o pedido inteiro.',
      },
    },
    whenMissing: whenMissingField,
  },
  prepare: ({ config }) => {
    const names = String(config['parts'] ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    return {
      async run(values, { store }) {
        const id = String(values['orderId']);
        const order = await store.find(getOrder, { params: { orderId: id } });
        if (!order && config['whenMissing'] !== 'empty')
          throw new UserError('vtex.order-unknown', { values: { orderId: id } });
        if (!order || names.length === 0) return order;
        return Object.fromEntries(names.map((name) => [name, order[name] ?? null]));
      },
    };
  },
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'orderId', expression: 'pedido' }],
      parts: 'status, value',
      saveAs: 'order',
    },
    input: [{ pedido: '1268540500001-01' }],
    output: {
      out: [{ pedido: '1268540500001-01', order: { status: 'ready-for-handling', value: 6500 } }],
    },
  },
});

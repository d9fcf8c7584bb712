// Reads the set-up of the order hook that belongs to the connection's application key: one row, or none without one.
import { hasStatus } from '../vtex/remote';
import { vtexList } from '../vtex/vtex-list';

const request = 'GET /api/orders/hook/config';

export default vtexList({
  id: 'vtex.hook-config-read',
  version: 1,
  name: {
    en: 'Read set-up of order hook',
    es: 'Leer configuración del hook de pedidos',
    pt: 'Ler configuração do hook de pedidos',
  },
  help: {
    en: 'One row with the set-up that the application key of this connection has: the filter, the address and the headers, which may hold a secret. No row when the key has none, as after VTEX dropped it for lack of events.',
    es: 'Una fila con la configuración de la clave de aplicación de esta conexión: el filtro, la dirección y los encabezados, que pueden contener un secreto. Ninguna fila si la clave no tiene, como cuando VTEX la borró por falta de eventos.',
    pt: 'Uma linha com a configuração da chave de aplicação desta conexão: o filtro, o endereço e os cabeçalhos, que podem conter um segredo. Nenhuma linha se a chave não tem, como quando a VTEX a apagou por falta de eventos.',
  },
  keywords: ['hook', 'eventos', 'events', 'configuração', 'configuración', 'pedidos', 'orders'],
  area: 'orders',
  request,
  async read(_at, { send }) {
    try {
      const held = await send(request);
      return { items: held === null ? [] : [held], next: null };
    } catch (error) {
      if (hasStatus(error, 404)) return { items: [], next: null };
      throw error;
    }
  },
  example: {
    config: { connection: 'store' },
    input: [],
    output: {
      out: [
        {
          filter: { type: 'FromWorkflow', status: ['ready-for-handling'] },
          hook: { url: 'https://erp.example/vtex', headers: { 'x-secret': 'segredo' } },
        },
      ],
    },
  },
});

// Reads the set-up of the order feed that belongs to the connection's application key: one row, or none without one.
import { hasStatus } from '../vtex/remote';
import { vtexList } from '../vtex/vtex-list';

const request = 'GET /api/orders/feed/config';

export default vtexList({
  id: 'vtex.feed-config-read',
  version: 1,
  name: {
    en: 'Read set-up of order feed',
    es: 'Leer configuración del feed de pedidos',
    pt: 'Ler configuração do feed de pedidos',
  },
  help: {
    en: 'One row with the set-up that the application key of this connection has: the filter, how long events are kept, how many wait and how old the oldest is. A number that grows means that nobody reads it. No row when the key has none, as after VTEX dropped it for lack of events.',
    es: 'Una fila con la configuración de la clave de aplicación de esta conexión: el filtro, cuánto se guardan los eventos, cuántos esperan y qué edad tiene el más viejo. Un número que crece indica que nadie lo lee. Ninguna fila si la clave no tiene, como cuando VTEX la borró por falta de eventos.',
    pt: 'Uma linha com a configuração da chave de aplicação desta conexão: o filtro, por quanto tempo os eventos são guardados, quantos esperam e a idade do mais antigo. Um número que cresce indica que ninguém o lê. Nenhuma linha se a chave não tem, como quando a VTEX a apagou por falta de eventos.',
  },
  keywords: ['feed', 'eventos', 'events', 'configuração', 'configuración', 'pedidos', 'orders'],
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
          queue: { visibilityTimeoutInSeconds: 240, messageRetentionPeriodInSeconds: 345600 },
          quantity: 0,
          approximateAgeOfOldestMessageInSeconds: 0,
        },
      ],
    },
  },
});

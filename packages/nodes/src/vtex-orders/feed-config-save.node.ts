// Sets up the feed of order events of an application key. Reads before it writes; a new key gets VTEX's usual times.
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { filterFrom, filterTargets, holdsAll } from './event-config';
import { isSameFilter } from './order-filter';

const get = 'GET /api/orders/feed/config';
const request = 'POST /api/orders/feed/config';
const seconds = { en: 'seconds', es: 'segundos', pt: 'segundos' };

export default vtexAction({
  id: 'vtex.feed-config-save',
  version: 1,
  name: { en: 'Set up order feed', es: 'Configurar feed de pedidos', pt: 'Configurar feed de pedidos' },
  help: {
    en: 'Sets up which order events VTEX keeps for the application key of this connection. A key has one feed: this replaces it, also the one that "Order events" keeps by itself, so use another key for another system. Choose statuses or a condition, never both. Events already waiting stay. VTEX drops the whole set-up when no event comes for as long as it keeps them.',
    es: 'Configura qué eventos de pedidos guarda VTEX para la clave de aplicación de esta conexión. Una clave tiene un solo feed: esto lo reemplaza, también el que «Eventos de pedidos» mantiene solo; use otra clave para otro sistema. Elija estados o una condición, nunca ambos. Los eventos en espera quedan. VTEX borra la configuración si no llega ningún evento durante el tiempo que los guarda.',
    pt: 'Configura quais eventos de pedidos a VTEX guarda para a chave de aplicação desta conexão. Uma chave tem um só feed: isto o substitui, também o que "Eventos de pedidos" mantém sozinho; use outra chave para outro sistema. Escolha status ou uma condição, nunca os dois. Eventos em espera ficam. A VTEX apaga a configuração quando nenhum evento chega durante o tempo em que os guarda.',
  },
  keywords: ['feed', 'eventos', 'events', 'configurar', 'pedidos', 'orders', 'fila', 'cola'],
  area: 'orders',
  request,
  also: [get],
  effect: 'idempotent',
  saveAs: 'feed',
  body: {
    ...filterTargets,
    visibilityTimeoutInSeconds: target.integer(
      { en: 'Hidden after reading', es: 'Oculto tras leer', pt: 'Oculto após a leitura' },
      {
        min: 0,
        max: 43_200,
        unit: seconds,
        help: { en: '240 when not mapped.', es: '240 si no se mapea.', pt: '240 se não mapeado.' },
      },
    ),
    MessageRetentionPeriodInSeconds: target.integer(
      { en: 'Events are kept for', es: 'Los eventos se guardan', pt: 'Eventos guardados por' },
      {
        min: 345_600,
        max: 1_209_600,
        unit: seconds,
        help: {
          en: 'Four to fourteen days; fourteen (1209600) when not mapped.',
          es: 'De cuatro a catorce días; catorce (1209600) si no se mapea.',
          pt: 'De quatro a catorze dias; catorze (1209600) se não mapeado.',
        },
      },
    ),
  },
  prepare: () => ({
    async run(values, { store }) {
      const filter = filterFrom(values);
      const queue = {
        visibilityTimeoutInSeconds: values['visibilityTimeoutInSeconds'] ?? 240,
        MessageRetentionPeriodInSeconds: values['MessageRetentionPeriodInSeconds'] ?? 1_209_600,
      };
      return store.lock('feed-config', async () => {
        const held = await store.find(get);
        if (held && isSameFilter(filter, held['filter']) && holdsAll(held['queue'], queue))
          return { change: 'unchanged' };
        await store.send(request, { body: { filter, queue } });
        return { change: held ? 'updated' : 'created' };
      });
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'status', expression: 'estados' }],
      saveAs: 'feed',
    },
    input: [{ estados: ['ready-for-handling', 'canceled'] }],
    output: { out: [{ estados: ['ready-for-handling', 'canceled'], feed: { change: 'created' } }] },
  },
});

// Starts a flow with the events of a store's order feed.
import { defineNode } from '@eclusa/flow';
import { exampleField, readExamples } from '../source/example-rows';
import { connectionField } from '../vtex/vtex-action';
import { attendedFields } from './attended-fields';
import { attendFeed, type FeedConfig } from './feed';
import { missedRequests } from './missed-orders';
import { exampleEvent } from './order-event';
import { filterFields } from './order-filter';

const seconds = { en: 'seconds', es: 'segundos', pt: 'segundos' };

export default defineNode<FeedConfig & { example?: string }>({
  id: 'vtex.order-events',
  version: 1,
  group: 'vtex',
  area: 'orders',
  name: { en: 'Order events', es: 'Eventos de pedidos', pt: 'Eventos de pedidos' },
  help: {
    en: 'Starts the flow whenever orders of the store reach a status: VTEX keeps the events in a feed, and Eclusa fetches them every few seconds. Each event arrives once, even when VTEX tells it twice. It tells of an order, it does not hold it: read the order next and act on the status it has by then. VTEX keeps one feed for each application key, so give this flow a key of its own. After a time in which VTEX had dropped the feed, orders are found by the status they have, not by those they only passed through.',
    es: 'Inicia el flujo cada vez que pedidos de la tienda llegan a un estado: VTEX guarda los eventos en un feed y Eclusa los busca cada pocos segundos. Cada evento llega una vez, aunque VTEX lo avise dos. Avisa de un pedido, no lo contiene: lea el pedido después y actúe según el estado que tenga entonces. VTEX guarda un feed por clave de aplicación, así que dé a este flujo una clave propia. Tras un tiempo en que VTEX había borrado el feed, los pedidos se encuentran por el estado que tienen, no por los que solo atravesaron.',
    pt: 'Inicia o fluxo sempre que pedidos da loja chegam a um status: a VTEX guarda os eventos em um feed, e a Eclusa os busca a cada poucos segundos. Cada evento chega uma vez, mesmo que a VTEX avise duas. Ele avisa de um pedido, não o contém: leia o pedido em seguida e aja conforme o status que ele tiver. A VTEX guarda um feed por chave de aplicação, então dê a este fluxo uma chave própria. Depois de um tempo em que a VTEX tinha apagado o feed, os pedidos são encontrados pelo status que têm, não pelos que só atravessaram.',
  },
  keywords: [
    ...['vtex', 'trigger', 'feed', 'new orders', 'order status', 'poll', 'oms'],
    ...['disparador', 'pedidos nuevos', 'estado del pedido', 'ventas'],
    ...['gatilho', 'novos pedidos', 'pedidos novos', 'status do pedido', 'vendas', 'fila de pedidos'],
  ],
  requests: [
    'GET /api/orders/feed/config',
    'POST /api/orders/feed/config',
    'DELETE /api/orders/feed/config',
    'GET /api/orders/feed',
    'POST /api/orders/feed',
    ...missedRequests,
  ],
  fields: {
    connection: connectionField,
    ...filterFields,
    pollSeconds: {
      ...{ kind: 'number', integer: true, min: 1, max: 3_600, default: 10, unit: seconds },
      name: { en: 'Fetch events every', es: 'Buscar eventos cada', pt: 'Buscar eventos a cada' },
      help: {
        en: 'Shorter is sooner and costs calls: at 10 seconds an order is in the ERP within half a minute.',
        es: 'Menos tiempo es más rápido y cuesta llamadas: con 10 segundos un pedido llega al ERP en medio minuto.',
        pt: 'Menos tempo é mais rápido e custa chamadas: com 10 segundos um pedido chega ao ERP em meio minuto.',
      },
    },
    lots: {
      ...{ kind: 'number', integer: true, min: 1, max: 20, default: 5, advanced: true },
      name: { en: 'Lots at once', es: 'Lotes a la vez', pt: 'Lotes por vez' },
      help: {
        en: 'VTEX gives at most ten events to a lot. More lots at once empty a full feed sooner.',
        es: 'VTEX entrega como máximo diez eventos por lote. Más lotes a la vez vacían antes un feed lleno.',
        pt: 'A VTEX entrega no máximo dez eventos por lote. Mais lotes por vez esvaziam antes um feed cheio.',
      },
    },
    visibilitySeconds: {
      ...{ kind: 'number', integer: true, min: 30, max: 43_200, default: 240, advanced: true, unit: seconds },
      name: {
        en: 'Tell again what is not confirmed after',
        es: 'Avisar de nuevo lo no confirmado tras',
        pt: 'Avisar de novo o que não foi confirmado após',
      },
      help: {
        en: 'Longer than a run may take to store what it received; VTEX gives it out again afterwards, and nothing is doubled.',
        es: 'Más de lo que una corrida tarda en guardar lo recibido; después VTEX lo entrega otra vez, y nada se duplica.',
        pt: 'Mais do que uma execução leva para guardar o que recebeu; depois a VTEX entrega de novo, e nada se duplica.',
      },
    },
    retentionDays: {
      ...{ kind: 'number', integer: true, min: 4, max: 14, default: 14, advanced: true },
      unit: { en: 'days', es: 'días', pt: 'dias' },
      name: {
        en: 'VTEX keeps events for',
        es: 'VTEX guarda los eventos por',
        pt: 'A VTEX guarda os eventos por',
      },
      help: {
        en: 'Without a new event for as long, VTEX also drops the feed itself.',
        es: 'Si pasa ese tiempo sin eventos nuevos, VTEX también borra el feed.',
        pt: 'Se passar esse tempo sem eventos novos, a VTEX também apaga o feed.',
      },
    },
    ...attendedFields,
    example: exampleField(exampleEvent),
  },
  behaviour: {
    kind: 'source',
    called: true,
    trigger: { address: false, attend: attendFeed },
    read: readExamples(exampleEvent),
  },
  example: {
    config: { connection: 'store', filter: 'statuses', statuses: [{ status: 'ready-for-handling' }] },
    input: [],
    output: { out: [JSON.parse(exampleEvent)] },
  },
});

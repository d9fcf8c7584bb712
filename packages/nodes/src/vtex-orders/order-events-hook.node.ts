// Starts a flow with the events that VTEX posts to the flow's own address.
import { defineNode, isJsonObject, type Json } from '@eclusa/flow';
import { exampleField, readExamples } from '../source/example-rows';
import { connectionField } from '../vtex/vtex-action';
import { attendedFields } from './attended-fields';
import { attendHook, type HookConfig } from './hook';
import { missedRequests } from './missed-orders';
import { exampleEvent, isWanted, orderEvent } from './order-event';
import { filterFields } from './order-filter';

const example = exampleEvent.replace('"feed"', '"hook"');

/** The ping by which VTEX tries the address tells nothing; what names no order is not understood. */
function receive(body: Json, config: HookConfig) {
  if (isJsonObject(body) && body['hookConfig'] === 'ping') return [];
  const event = orderEvent(body, 'hook');
  if (!event) return null;
  return isWanted(event, config) ? [event] : [];
}

export default defineNode<HookConfig & { example?: string }>({
  id: 'vtex.order-events-hook',
  version: 1,
  group: 'vtex',
  area: 'orders',
  name: { en: 'Order events by hook', es: 'Eventos de pedidos por hook', pt: 'Eventos de pedidos por hook' },
  help: {
    en: 'Starts the flow as soon as VTEX calls its address about an order: quicker than the feed, but VTEX must be able to reach this server by https. The address is set up in the store when the flow is published. Put the box “Order events” beside it, into the same next box, as a safety net: of what both tell, each event arrives once. VTEX keeps one hook for each application key. Read the order next and act on the status it has by then.',
    es: 'Inicia el flujo en cuanto VTEX llama a su dirección por un pedido: más rápido que el feed, pero VTEX debe poder llegar a este servidor por https. La dirección se configura en la tienda al publicar el flujo. Ponga al lado la caja «Eventos de pedidos», hacia la misma caja siguiente, como red de seguridad: de lo que avisen ambas, cada evento llega una vez. VTEX guarda un hook por clave de aplicación. Lea el pedido después y actúe según el estado que tenga.',
    pt: 'Inicia o fluxo assim que a VTEX chama o endereço dele sobre um pedido: mais rápido que o feed, mas a VTEX precisa alcançar este servidor por https. O endereço é configurado na loja quando o fluxo é publicado. Coloque ao lado a caixa “Eventos de pedidos”, ligada à mesma caixa seguinte, como rede de segurança: do que as duas avisarem, cada evento chega uma vez. A VTEX guarda um hook por chave de aplicação. Leia o pedido em seguida e aja conforme o status que ele tiver.',
  },
  keywords: [
    ...['vtex', 'trigger', 'webhook', 'hook', 'push', 'real time', 'new orders', 'oms'],
    ...['disparador', 'tiempo real', 'pedidos nuevos', 'aviso'],
    ...['gatilho', 'tempo real', 'novos pedidos', 'pedidos novos', 'notificação'],
  ],
  requests: [
    'GET /api/orders/hook/config',
    'POST /api/orders/hook/config',
    'DELETE /api/orders/hook/config',
    ...missedRequests,
  ],
  fields: {
    connection: connectionField,
    ...filterFields,
    ...attendedFields,
    example: exampleField(example),
  },
  behaviour: {
    kind: 'source',
    called: true,
    trigger: { address: true, receive, attend: attendHook },
    read: readExamples(example),
  },
  example: {
    config: { connection: 'store', filter: 'statuses', statuses: [{ status: 'ready-for-handling' }] },
    input: [],
    output: { out: [JSON.parse(example)] },
  },
});

// Lists orders by creation date. Goes on from the last order it saw instead of counting pages, because VTEX ends at
// page thirty and an order that leaves the filter would move all pages behind it.
import { UserError, type Json, type JsonObject } from '@eclusa/flow';
import { asObject } from '../vtex/remote';
import { listOf, vtexList, type ListPage, type ListTools } from '../vtex/vtex-list';
import { objects, textOf } from './order';
import { instantOf, orderListFields, orderListQuery } from './order-list-fields';

const request = 'GET /api/oms/pvt/orders';
const most = 100;
const lastPage = 30;
/** VTEX keeps orders for two years. */
const keptMs = 2 * 366 * 24 * 60 * 60_000;

interface At {
  from: string;
  to: string;
  /** Orders of the instant `from` that were given already. */
  seen: string[];
  page: number;
}

export default vtexList({
  id: 'vtex.order-list',
  version: 1,
  name: { en: 'List orders', es: 'Listar pedidos', pt: 'Listar pedidos' },
  help: {
    en: 'Lists orders, oldest first, one row each with its total in cents but without its items: "Get order" reads those. For reconciling only: VTEX’s list is about four minutes behind, statuses included, so begin flows with order events instead. VTEX ends at 3,000 orders a question; this box asks on by date and has no such end. Dates are days in UTC.',
    es: 'Lista pedidos, del más viejo al más nuevo, una fila cada uno con su total en centavos pero sin ítems: «Obtener pedido» los lee. Solo para conciliar: la lista de VTEX tiene unos cuatro minutos de atraso, también en los estados, así que inicie flujos con eventos de pedidos. VTEX termina en 3.000 pedidos por consulta; esta caja sigue por fecha y no tiene ese final. Las fechas son días en UTC.',
    pt: 'Lista pedidos, do mais antigo ao mais novo, uma linha cada, com o total em centavos mas sem os itens: "Obter pedido" os lê. Só para conciliar: a lista da VTEX tem uns quatro minutos de atraso, também no status, então comece fluxos com eventos de pedidos. A VTEX termina em 3.000 pedidos por consulta; esta caixa continua pela data e não tem esse fim. As datas são dias em UTC.',
  },
  keywords: [
    'orders',
    'pedidos',
    'list',
    'listar',
    'conciliação',
    'conciliación',
    'relatório',
    'vendas',
    'ventas',
  ],
  area: 'orders',
  request,
  fields: orderListFields,
  read,
  example: {
    config: { connection: 'store', status: 'ready-for-handling' },
    input: [],
    output: {
      out: [
        {
          orderId: '1268540500001-01',
          creationDate: '2026-11-23T12:00:00.000Z',
          clientName: 'Ana Lima',
          items: null,
          totalValue: 6500,
          paymentNames: 'Visa',
          status: 'ready-for-handling',
          statusDescription: 'Ready for handling',
          marketPlaceOrderId: null,
          sequence: '500001',
          salesChannel: '1',
          affiliateId: '',
          origin: 'Marketplace',
          workflowInErrorState: false,
          workflowInRetry: false,
          lastMessageUnread: null,
          ShippingEstimatedDate: '2026-11-28T12:00:00.000Z',
          ShippingEstimatedDateMax: '2026-11-28T12:00:00.000Z',
          ShippingEstimatedDateMin: '2026-11-28T12:00:00.000Z',
          orderIsComplete: true,
          listId: null,
          listType: null,
          authorizedDate: '2026-11-23T12:00:00.000Z',
          callCenterOperatorName: null,
          totalItems: 2,
          currencyCode: 'BRL',
          hostname: 'lojademo',
        },
      ],
    },
  },
});

async function read(at: Json, { config, context, send }: ListTools): Promise<ListPage> {
  const place = (at as unknown as At | null) ?? start(config, context.now());
  const answer = asObject(
    await send(request, {
      query: {
        ...orderListQuery(config),
        f_creationDate: `creationDate:[${place.from} TO ${place.to}]`,
        orderBy: 'creationDate,asc',
        page: place.page,
        per_page: most,
      },
    }),
  );
  const rows = objects(listOf(answer?.['list'], request));
  const items = rows.filter((row) => !place.seen.includes(textOf(row['orderId'])));
  const next = rows.length < most ? null : onward(place, rows);
  return { items, next: next as unknown as Json };
}

function start(config: JsonObject, now: Date): At {
  const day = (name: string, time: string) => instantOf(textOf(config[name]), time);
  const hours = config['lastHours'];
  const back = typeof hours === 'number' ? hours * 60 * 60_000 : keptMs;
  const from = day('from', '00:00:00.000') ?? new Date(now.getTime() - back).toISOString();
  return { from, to: day('to', '23:59:59.999') ?? now.toISOString(), seen: [], page: 1 };
}

/** From the instant of the last row on; a page that is one instant whole is followed by its next page. */
function onward(place: At, rows: JsonObject[]): At {
  const instant = (row: JsonObject) => new Date(textOf(row['creationDate'])).toISOString();
  const last = rows.at(-1);
  const from = last ? instant(last) : place.from;
  const ids = rows.filter((row) => instant(row) === from).map((row) => textOf(row['orderId']));
  if (from !== place.from) return { ...place, from, seen: ids, page: 1 };
  if (place.page >= lastPage)
    throw new UserError('vtex.list-too-long', { values: { request, most: most * lastPage } });
  return { ...place, seen: [...new Set([...place.seen, ...ids])], page: place.page + 1 };
}

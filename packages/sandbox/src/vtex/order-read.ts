// Orders as they are read: one, the orders of a group, what was said and paid. List orders is in order-list.ts.
import { json, type Call, type Reply, type Route } from '../http/wire';
import type { OrderEntry } from '../store/order-book';
import { omsRefuse } from './oms-error';
import { orderOf, type OrderDesk } from './order-desk';

const one = '/api/oms/pvt/orders/{orderId}';

export function orderReadRoutes(desk: OrderDesk): Route[] {
  return [
    { request: `GET ${one}`, handler: (call) => json(orderOf(desk, call).document) },
    {
      request: 'GET /api/oms/pvt/orders/order-group/{orderGroup}',
      handler: (call) => ofGroup(desk, call),
    },
    {
      request: 'GET /api/orders/pvt/document/{orderId}',
      handler: (call) => json(maskedDocument(orderOf(desk, call))),
    },
    { request: `GET ${one}/conversation-message`, handler: (call) => conversation(desk, call) },
    { request: `GET ${one}/payment-transaction`, handler: (call) => transaction(desk, call) },
  ];
}

function ofGroup({ store, clock }: OrderDesk, call: Call): Reply {
  store.orders.settle(clock());
  const group = call.params.orderGroup;
  const found = [...store.orders.entries.values()].filter(({ document }) => document.orderGroup === group);
  if (found.length === 0) omsRefuse(404, 'OMS007', 'Order Not Found');
  return json(found.map(({ document }) => document));
}

/** The document of the routes for protected data, which is also what expressions of a feed see: people are masked. */
export function maskedDocument({ document }: OrderEntry): Record<string, unknown> {
  const client = Object.fromEntries(
    Object.entries(document.clientProfileData).map(([name, value]) => [
      name,
      hidden.has(name) && typeof value === 'string' ? value.replace(/[^\s@.]/g, '*') : value,
    ]),
  );
  return { id: document.orderId, ...structuredClone(document), clientProfileData: client };
}

const hidden = new Set(['email', 'firstName', 'lastName', 'document', 'phone']);

function conversation(desk: OrderDesk, call: Call): Reply {
  const { document, history } = orderOf(desk, call);
  const told = history.filter(({ state }) => state in subjects);
  return json(
    told.map(({ state, currentChange }, index) => {
      const subject = subjects[state] ?? '';
      return {
        id: `${currentChange.replaceAll(':', '-')}_${index + 1}`,
        from: person(document.orderId, 'noreply@lojademo.com.br', 'Loja Demo', null),
        to: [
          person(
            document.orderId,
            String(document.clientProfileData.email),
            String(document.clientProfileData.firstName),
            'Customer',
          ),
        ],
        subject,
        firstWords: subject,
        body: `<p>${subject}</p>`,
        hasAttachment: false,
        attachmentNames: [],
        date: currentChange,
      };
    }),
  );
}

const subjects: Record<string, string> = {
  'order-created': 'Pedido recebido',
  'payment-approved': 'Pagamento aprovado',
  invoiced: 'Pedido faturado',
  canceled: 'Pedido cancelado',
};

const person = (orderId: string, email: string, name: string, role: string | null): object => ({
  conversationRelatedTo: orderId,
  conversationSubject: 'oms',
  emailAlias: `${orderId}@ct.lojademo.com.br`,
  aliasMaskType: 0,
  email,
  name,
  role,
});

function transaction(desk: OrderDesk, call: Call): Reply {
  const { document, history } = orderOf(desk, call);
  const [paid] = document.paymentData.transactions;
  const approved = history.some(({ state }) => state === 'approve-payment');
  return json({ status: approved ? 'Approved' : 'Started', ...paid });
}

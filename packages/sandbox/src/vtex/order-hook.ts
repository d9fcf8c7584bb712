// Routes of the order hook: its configuration, which is only taken when the address answers.
import { objectBody } from '../http/fields';
import { empty, json, refuse, type Call, type Reply, type Route } from '../http/wire';
import { listenTo } from '../store/order-audience';
import { holds, problem, readFilter } from '../store/order-filter';
import type { Hook } from '../store/order-hook';
import type { Store } from '../store/store';
import { keyOf, valueNotFound } from './order-key';

const config = '/api/orders/hook/config';

export function orderHookRoutes(store: Store, clock: () => number, account: string): Route[] {
  const { hooks, orders } = store;
  hooks.account = account;
  listenTo(
    orders,
    () => hooks.all(),
    (hook, notice) => {
      hooks.hear(hook, notice);
      void hooks.deliver(clock);
    },
  );
  return [
    { request: `POST ${config}`, handler: (call) => configure(store, call, clock()) },
    {
      request: `GET ${config}`,
      handler: (call) => json(shown(hooks.find(keyOf(call), clock()) ?? valueNotFound())),
    },
    {
      request: `DELETE ${config}`,
      handler: (call) => (hooks.drop(keyOf(call)) ? empty() : valueNotFound()),
    },
    { request: 'POST /api/orders/expressions/jsonata', handler: tryExpression },
  ];
}

async function configure({ hooks }: Store, call: Call, now: number): Promise<Reply> {
  const body = objectBody(call.body);
  const filter = readFilter(body.filter);
  const { url, headers = {} } = objectBody(body.hook);
  if (typeof url !== 'string' || !URL.canParse(url))
    throw problem(400, 'Hook.Url', 'The Url field is required.');
  const sent = Object.entries(objectBody(headers)).map(([name, value]) => [name, String(value)]);
  const wanted = { url, headers: Object.fromEntries(sent) as Record<string, string> };
  if (await hooks.configure(keyOf(call), filter, wanted, now)) return empty();
  return refuse(400, 'Unable to check address');
}

function shown({ filter, url, headers }: Hook): object {
  return { filter, hook: { url, headers } };
}

async function tryExpression(call: Call): Promise<Reply> {
  const { Expression: expression, Document: document } = objectBody(call.body);
  if (typeof expression !== 'string' || typeof document !== 'string') {
    throw problem(400, 'Expression', 'The Expression and Document fields are required.');
  }
  return json(await holds(expression, parsed(document)));
}

function parsed(document: string): unknown {
  try {
    return JSON.parse(document) as unknown;
  } catch {
    return refuse(400, 'The document is not JSON.');
  }
}

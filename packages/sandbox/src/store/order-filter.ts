// Which changes of orders a feed or a hook is told of: the two kinds of filter, which exclude each other.
import jsonata from 'jsonata';
import { json, Refusal } from '../http/wire';
import type { OrderDocument } from './order';

export type OrderFilter =
  | { type: 'FromWorkflow'; status: string[] }
  | { type: 'FromOrders'; expression: string; disableSingleFire: boolean };

/** One change as it waits to be told. */
export interface OrderNotice {
  domain: string;
  orderId: string;
  state: string | null;
  lastState: string | null;
  lastChange: string | null;
  currentChange: string;
}

/** The filter of a configuration. Members of both kinds together are 409; a status nobody knows is taken as it is. */
export function readFilter(given: unknown): OrderFilter {
  const filter = (given ?? {}) as Record<string, unknown>;
  const type = filter.type ?? 'FromWorkflow';
  const hasStatus = filter.status !== undefined && filter.status !== null;
  const hasExpression = filter.expression !== undefined && filter.expression !== null;
  if (type !== 'FromWorkflow' && type !== 'FromOrders') throw problem(400, 'Filter', 'Unknown filter type.');
  if ((type === 'FromWorkflow' && hasExpression) || (type === 'FromOrders' && hasStatus)) {
    throw new Refusal(
      json(
        { error: { code: '1', message: 'A filter has either status or expression.', exception: null } },
        409,
      ),
    );
  }
  if (type === 'FromWorkflow') {
    return { type, status: Array.isArray(filter.status) ? filter.status.map(String) : [] };
  }
  const expression = typeof filter.expression === 'string' ? filter.expression : '';
  if (!understands(expression)) throw problem(400, 'Filter.Expression', 'The expression is not valid.');
  return { type, expression, disableSingleFire: filter.disableSingleFire === true };
}

/** 400 as the OMS says it of a body it does not accept. */
export function problem(status: number, member: string, message: string): Refusal {
  return new Refusal({
    status,
    body: {
      errors: { [member]: [message] },
      type: 'https://tools.ietf.org/html/rfc7231#section-6.5.1',
      title: 'One or more validation errors occurred.',
      status,
      traceId: '00-0000000000000000000000000000000a-000000000000000a-00',
    },
    type: 'application/problem+json; charset=utf-8',
  });
}

/** Whether an expression holds for an order; one that fails holds for none. */
export async function holds(expression: string, document: unknown): Promise<boolean> {
  try {
    return (await jsonata(expression).evaluate(document)) === true;
  } catch {
    return false;
  }
}

function understands(expression: string): boolean {
  try {
    return expression !== '' && jsonata(expression) !== undefined;
  } catch {
    return false;
  }
}

/** What is told of a change that is no change of status. */
export function noticeOf(document: OrderDocument, domain: string, at: number): OrderNotice {
  return {
    domain,
    orderId: document.orderId,
    state: document.status as string | null,
    lastState: null,
    lastChange: document.lastChange,
    currentChange: new Date(at).toISOString(),
  };
}

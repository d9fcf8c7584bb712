// The demo ERP's orders: taken, invoiced at once, sent and delivered a little later, cancelled. It takes one twice when it
// is sent twice, as many ERPs do, and says so under `/_erp/orders`.
import type { IncomingMessage } from 'node:http';
import { readBody } from '../http/server';
import { empty, json, type Reply } from '../http/wire';
import { invoiceKey, invoiceTotals, invoiceXml, localTime, type InvoiceFacts } from './nfe';
import { depot, readOrder, type TakenOrder } from './order-intake';

/** How long after the invoice a parcel is sent, and is delivered; in milliseconds. */
export interface ErpOrderTimes {
  dispatch: number;
  delivery: number;
}

interface ErpOrder extends TakenOrder {
  id: number;
  situacao: 'aberto' | 'cancelado';
  invoice: InvoiceFacts;
  cancelled: { at: number; reason: string } | null;
}

const firstInvoice = 1001;
const carrier = 'Transportadora Demo';
const day = 24 * 60 * 60_000;
const unknown = json({ erro: 'Pedido não encontrado.' }, 404);

export class ErpOrders {
  private orders: ErpOrder[] = [];
  times: ErpOrderTimes = { dispatch: 60_000, delivery: 120_000 };

  constructor(private readonly clock: () => number) {}

  clear(): void {
    this.orders = [];
  }

  /** Every order that was taken, in that order, as the ERP shows it. */
  all(): Readonly<TakenOrder & { situacao: string }>[] {
    return [...this.orders];
  }

  /** How often each order number was taken; `doubled` lists those taken more than once. */
  report(): { taken: Record<string, number>; doubled: string[]; cancelled: string[] } {
    const taken: Record<string, number> = {};
    for (const { numero } of this.orders) taken[numero] = (taken[numero] ?? 0) + 1;
    return {
      taken,
      doubled: Object.keys(taken).filter((numero) => (taken[numero] ?? 0) > 1),
      cancelled: this.orders.filter(({ situacao }) => situacao === 'cancelado').map(({ numero }) => numero),
    };
  }

  /** The answer to a request below `/erp/v1/`, or undefined when it is about something else. */
  async answer(request: IncomingMessage, url: URL, path: string): Promise<Reply | undefined> {
    const [, numero, act] = /^\/erp\/v1\/pedidos(?:\/([^/]+)(?:\/(cancelamento))?)?$/.exec(path) ?? [];
    if (path === '/erp/v1/notas' && request.method === 'GET') return this.invoices(url);
    if (path === '/erp/v1/cancelamentos' && request.method === 'GET') return this.cancellations(url);
    if (!path.startsWith('/erp/v1/pedidos')) return undefined;
    const known = numero === undefined ? undefined : decodeURIComponent(numero);
    if (request.method === 'POST' && known === undefined) return this.take(await bodyOf(request));
    if (request.method === 'GET' && known !== undefined && !act) return this.one(known);
    if (request.method === 'POST' && known !== undefined && act)
      return this.cancel(known, await bodyOf(request));
    return json({ erro: 'Método não permitido.' }, 405);
  }

  private take(body: unknown): Reply {
    const taken = readOrder(body);
    if (typeof taken === 'string') return json({ erro: taken }, 422);
    const id = this.orders.length + 1;
    const invoice: InvoiceFacts = {
      ...taken,
      ...{ pedido: taken.numero, numero: firstInvoice + id - 1, serie: 1 },
      emitidaEm: new Date(this.clock()),
    };
    const order: ErpOrder = { ...taken, id, situacao: 'aberto', invoice, cancelled: null };
    this.orders.push(order);
    return json(shown(order), 201);
  }

  private one(numero: string): Reply {
    const order = this.orders.find((one) => one.numero === numero);
    return order ? json(shown(order)) : unknown;
  }

  /** Cancelled in the ERP: there is no invoice for it any more. What was sent is not cancelled; a repeat changes nothing. */
  private cancel(numero: string, body: unknown): Reply {
    const orders = this.orders.filter((one) => one.numero === numero);
    const open = orders.filter(({ situacao }) => situacao === 'aberto');
    if (orders.length === 0) return unknown;
    if (open.some((order) => this.passed(order, 'dispatch') !== null))
      return json({ erro: 'Pedido já despachado: não pode ser cancelado.' }, 409);
    const given = (body as { motivo?: unknown } | null | undefined)?.motivo;
    for (const order of open) {
      order.situacao = 'cancelado';
      order.cancelled = {
        at: this.clock(),
        reason: typeof given === 'string' ? given : 'Sem estoque no depósito',
      };
    }
    return empty(204);
  }

  /** When a parcel was sent or delivered; null while it was not. */
  private passed({ invoice }: ErpOrder, what: keyof ErpOrderTimes): string | null {
    const at = invoice.emitidaEm.getTime() + this.times[what];
    return at <= this.clock() ? localTime(new Date(at)) : null;
  }

  private invoices(url: URL): Reply {
    const open = this.orders.filter(({ situacao }) => situacao === 'aberto');
    const at = ({ invoice }: ErpOrder) => invoice.emitidaEm.getTime();
    return this.paged(url, open, at, (order) => {
      const { numero, invoice } = order;
      const sent = this.passed(order, 'dispatch');
      const tracking = sent === null ? null : `BR${String(invoice.numero).padStart(9, '0')}`;
      return {
        pedido: numero,
        numero: String(invoice.numero),
        serie: String(invoice.serie),
        chave: invoiceKey(invoice),
        valor: invoiceTotals(invoice).all,
        xml: invoiceXml(invoice),
        transportadora: carrier,
        rastreio: tracking,
        rastreioUrl: tracking && `https://rastreio.example/${tracking}`,
        origem: depot,
        destino: order.entrega,
        despachadoEm: sent,
        entregueEm: this.passed(order, 'delivery'),
      };
    });
  }

  private cancellations(url: URL): Reply {
    const cancelled = this.orders.filter(({ situacao }) => situacao === 'cancelado');
    const at = (order: ErpOrder) => order.cancelled?.at ?? 0;
    return this.paged(url, cancelled, at, (order) => ({
      pedido: order.numero,
      motivo: order.cancelled?.reason,
      canceladoEm: localTime(new Date(at(order))),
    }));
  }

  /** `dias`: only what happened in the last days. */
  private paged(
    url: URL,
    orders: readonly ErpOrder[],
    at: (order: ErpOrder) => number,
    show: (order: ErpOrder) => object,
  ): Reply {
    const given = (name: string, otherwise: number) => Number(url.searchParams.get(name) ?? otherwise);
    const since = this.clock() - given('dias', Infinity) * day;
    const page = Math.max(1, given('pagina', 1));
    const size = Math.min(500, Math.max(1, given('tamanho', 100)));
    const recent = orders.filter((order) => at(order) >= since);
    const itens = recent.slice((page - 1) * size, page * size).map(show);
    return json({ pagina: page, tamanho: size, total: recent.length, itens });
  }
}

function shown(order: ErpOrder): object {
  const { id, numero, situacao, cliente, entrega, itens, frete, desconto, acrescimo } = order;
  return { id, numero, situacao, cliente, entrega, itens, frete, desconto, acrescimo };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  try {
    return JSON.parse((await readBody(request))?.toString('utf8') ?? '') as unknown;
  } catch {
    return undefined;
  }
}

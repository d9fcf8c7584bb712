// The demo ERP's orders: taken, invoiced at once, sent by a carrier, cancelled. It takes one twice when it is sent twice,
// as many ERPs do, and says so under `/_erp/orders`.
import type { IncomingMessage } from 'node:http';
import { readBody } from '../http/server';
import { empty, json, type Reply } from '../http/wire';
import { invoiceKey, invoiceTotals, invoiceXml, type InvoiceFacts, type InvoiceItem } from './nfe';

interface ErpOrder {
  id: number;
  numero: string;
  situacao: 'aberto' | 'cancelado';
  cliente: { nome: string; documento: string };
  itens: InvoiceItem[];
  frete: number;
  invoice: InvoiceFacts;
}

type Body = Record<string, unknown>;

const firstInvoice = 1001;
const carrier = 'Transportadora Demo';

export class ErpOrders {
  private orders: ErpOrder[] = [];

  constructor(private readonly clock: () => number) {}

  clear(): void {
    this.orders = [];
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
    if (request.method === 'POST' && known !== undefined && act) return this.cancel(known);
    return json({ erro: 'Método não permitido.' }, 405);
  }

  private take(body: Body | undefined): Reply {
    const fault = body ? faultIn(body) : 'O corpo não é um objeto JSON.';
    if (!body || fault) return json({ erro: fault }, 422);
    const id = this.orders.length + 1;
    const numero = String(body.numero);
    const given = (body.cliente ?? {}) as Body;
    const cliente = {
      nome: String(given.nome ?? 'Consumidor'),
      documento: String(given.documento ?? '00000000000'),
    };
    const itens = (body.itens as Body[]).map((item) => ({
      codigo: String(item.codigo),
      descricao: String(item.descricao ?? item.codigo),
      quantidade: Number(item.quantidade),
      preco: Number(item.preco),
    }));
    const frete = Number(body.frete ?? 0);
    const invoice: InvoiceFacts = {
      ...{ numero: firstInvoice + id - 1, serie: 1, pedido: numero, emitidaEm: new Date(this.clock()) },
      ...{ cliente, itens, frete },
    };
    const order: ErpOrder = { id, numero, situacao: 'aberto', cliente, itens, frete, invoice };
    this.orders.push(order);
    return json(shown(order), 201);
  }

  private one(numero: string): Reply {
    const order = this.orders.find((one) => one.numero === numero);
    return order ? json(shown(order)) : json({ erro: 'Pedido não encontrado.' }, 404);
  }

  /** Cancelled in the ERP: there is no invoice for it any more. */
  private cancel(numero: string): Reply {
    const orders = this.orders.filter((one) => one.numero === numero);
    if (orders.length === 0) return json({ erro: 'Pedido não encontrado.' }, 404);
    for (const order of orders) order.situacao = 'cancelado';
    return empty(204);
  }

  private invoices(url: URL): Reply {
    const open = this.orders.filter(({ situacao }) => situacao === 'aberto');
    return paged(url, open, ({ numero, invoice }) => ({
      pedido: numero,
      numero: String(invoice.numero),
      serie: String(invoice.serie),
      chave: invoiceKey(invoice),
      valor: invoiceTotals(invoice).all,
      xml: invoiceXml(invoice),
      transportadora: carrier,
      rastreio: `BR${String(invoice.numero).padStart(9, '0')}`,
      rastreioUrl: `https://rastreio.example/BR${String(invoice.numero).padStart(9, '0')}`,
      entregueEm: invoice.emitidaEm.toISOString().slice(0, 16).replace('T', ' '),
    }));
  }

  private cancellations(url: URL): Reply {
    const cancelled = this.orders.filter(({ situacao }) => situacao === 'cancelado');
    return paged(url, cancelled, ({ numero }) => ({ pedido: numero, motivo: 'Sem estoque no depósito' }));
  }
}

function shown({ id, numero, situacao, cliente, itens, frete }: ErpOrder): object {
  return { id, numero, situacao, cliente, itens, frete };
}

function paged(url: URL, orders: readonly ErpOrder[], show: (order: ErpOrder) => object): Reply {
  const page = Math.max(1, Number(url.searchParams.get('pagina') ?? 1));
  const size = Math.min(500, Math.max(1, Number(url.searchParams.get('tamanho') ?? 100)));
  const itens = orders.slice((page - 1) * size, page * size).map(show);
  return json({ pagina: page, tamanho: size, total: orders.length, itens });
}

async function bodyOf(request: IncomingMessage): Promise<Body | undefined> {
  try {
    const value = JSON.parse((await readBody(request))?.toString('utf8') ?? '') as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : undefined;
  } catch {
    return undefined;
  }
}

function faultIn(body: Body): string | undefined {
  if (typeof body.numero !== 'string' || body.numero.trim() === '') return 'Falta o número do pedido.';
  const items = body.itens;
  if (!Array.isArray(items) || items.length === 0) return 'O pedido não tem itens.';
  const bad = (items as Body[]).findIndex(
    (item) => !item.codigo || !(Number(item.quantidade) > 0) || !(Number(item.preco) >= 0),
  );
  return bad < 0 ? undefined : `O item ${bad + 1} não tem código, quantidade ou preço.`;
}

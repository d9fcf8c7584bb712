// Reads an order as the demo ERP takes it. What is missing or does not add up is refused with a sentence.
import { invoiceTotals, type InvoiceItem } from './nfe';

export interface Place {
  cidade: string;
  uf: string;
}

/** Where everything is sent from. */
export const depot: Place = { cidade: 'Cajamar', uf: 'SP' };

export interface TakenOrder {
  numero: string;
  cliente: { nome: string; documento: string };
  /** Where it goes to. */
  entrega: Place;
  itens: InvoiceItem[];
  /** Decimal currency, as the two below. */
  frete: number;
  desconto: number;
  acrescimo: number;
}

type Body = Record<string, unknown>;

/** The order, or the sentence that refuses it. */
export function readOrder(given: unknown): TakenOrder | string {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return 'O corpo não é um objeto JSON.';
  const body = given as Body;
  if (typeof body.numero !== 'string' || body.numero.trim() === '') return 'Falta o número do pedido.';
  if (!Array.isArray(body.itens) || body.itens.length === 0) return 'O pedido não tem itens.';
  const items = body.itens as Body[];
  const bad = items.findIndex(
    (item) => !item.codigo || !(Number(item.quantidade) > 0) || !(Number(item.preco) >= 0),
  );
  if (bad >= 0) return `O item ${bad + 1} não tem código, quantidade ou preço.`;
  const client = (body.cliente ?? {}) as Body;
  const place = (body.entrega ?? {}) as Body;
  const order: TakenOrder = {
    numero: body.numero,
    cliente: {
      nome: String(client.nome ?? 'Consumidor'),
      documento: String(client.documento ?? '00000000000'),
    },
    entrega: { cidade: String(place.cidade ?? depot.cidade), uf: String(place.uf ?? depot.uf) },
    itens: items.map(itemFrom),
    frete: Number(body.frete ?? 0),
    desconto: Number(body.desconto ?? 0),
    acrescimo: Number(body.acrescimo ?? 0),
  };
  return faultIn(order, body.total) ?? order;
}

const itemFrom = (item: Body): InvoiceItem => ({
  codigo: String(item.codigo),
  descricao: String(item.descricao ?? item.codigo),
  quantidade: Number(item.quantidade),
  preco: Number(item.preco),
});

function faultIn(order: TakenOrder, total: unknown): string | undefined {
  const amounts = { frete: order.frete, desconto: order.desconto, acréscimo: order.acrescimo };
  const wrong = Object.entries(amounts).find(([, amount]) => !(amount >= 0));
  if (wrong) return `O valor de ${wrong[0]} não é um número a partir de zero.`;
  const { all } = invoiceTotals(order);
  if (total !== undefined && Math.round(Number(total) * 100) !== Math.round(all * 100))
    return `O total ${String(total)} não confere: itens, frete, desconto e acréscimo somam ${all}.`;
  return undefined;
}

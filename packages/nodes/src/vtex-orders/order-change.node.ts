// Changes the items or the price of an order that is being handled, and waits until VTEX has done so. VTEX takes the
// change at once and applies it later; a change that was taken is found by its reason and items, and not sent twice.
import { RemoteError, UserError, type Json, type JsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import { asObject } from '../vtex/remote';
import type { Store } from '../vtex/store';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { cents, objects, orderId, textOf } from './order';

const all = '/api/order-system/orders/{changeOrderId}/changes';
const request = `PATCH ${all}`;
const list = `GET ${all}`;
const one = `GET ${all}/{changeRequestId}`;
/** Pauses between two looks; after the last the row is tried again later. */
const pauses = [1, 2, 4, 8, 15, 30].map((seconds) => seconds * 1000);
const itemList = {
  en: 'A list of {"id", "quantity"} with the SKU ids of the order; "price" in cents is free to give.',
  es: 'Una lista de {"id", "quantity"} con los ids de SKU del pedido; "price" en centavos es opcional.',
  pt: 'Uma lista de {"id", "quantity"} com os ids de SKU do pedido; "price" em centavos é opcional.',
};

export default vtexAction({
  id: 'vtex.order-change',
  version: 1,
  name: { en: 'Change order', es: 'Modificar pedido', pt: 'Alterar pedido' },
  help: {
    en: 'Adds, removes or replaces items of an order, or gives a discount or a surcharge, and waits until VTEX has applied it. Only before the first invoice, in handling, waiting-for-fulfillment or ready-for-invoicing. VTEX leaves the stock alone: send it again. A change with the same reason and the same items as an earlier one of the order is taken for that one and not sent again.',
    es: 'Agrega, quita o reemplaza ítems de un pedido, o da un descuento o recargo, y espera a que VTEX lo aplique. Solo antes de la primera factura, en handling, waiting-for-fulfillment o ready-for-invoicing. VTEX no toca el stock: envíelo otra vez. Una modificación con el mismo motivo y los mismos ítems que una anterior del pedido se toma por esa y no se envía otra vez.',
    pt: 'Adiciona, remove ou substitui itens de um pedido, ou dá desconto ou acréscimo, e espera até a VTEX aplicar. Só antes da primeira nota, em handling, waiting-for-fulfillment ou ready-for-invoicing. A VTEX não mexe no estoque: envie-o de novo. Uma alteração com o mesmo motivo e os mesmos itens de uma anterior do pedido é tida como aquela e não é enviada de novo.',
  },
  keywords: [
    'change',
    'alterar',
    'modificar',
    'trocar',
    'cambiar',
    'item',
    'desconto',
    'descuento',
    'pedido',
    'order',
  ],
  area: 'orders',
  request,
  also: [list, one],
  effect: 'create',
  saveAs: 'change',
  path: { changeOrderId: orderId },
  body: {
    reason: target.text(
      { en: 'Reason', es: 'Motivo', pt: 'Motivo' },
      { required: true, maxLength: 500, suggest: '$exists(motivo) ? motivo : descricao' },
    ),
    add: target.list(
      { en: 'Items to add', es: 'Ítems a agregar', pt: 'Itens a adicionar' },
      { help: itemList },
    ),
    remove: target.list(
      { en: 'Items to remove', es: 'Ítems a quitar', pt: 'Itens a remover' },
      { help: itemList },
    ),
    replace: target.list(
      { en: 'Items to replace', es: 'Ítems a reemplazar', pt: 'Itens a substituir' },
      {
        help: {
          en: 'A list of {"from": {"items": […]}, "to": {"items": […]}}.',
          es: 'Una lista de {"from": {"items": […]}, "to": {"items": […]}}.',
          pt: 'Uma lista de {"from": {"items": […]}, "to": {"items": […]}}.',
        },
      },
    ),
    manualDiscountValue: target.integer(
      { en: 'Discount', es: 'Descuento', pt: 'Desconto' },
      { min: 0, unit: cents },
    ),
    manualIncrementValue: target.integer(
      { en: 'Surcharge', es: 'Recargo', pt: 'Acréscimo' },
      { min: 0, unit: cents },
    ),
  },
  prepare: ({ pause }) => ({
    run: (values, { store, existing }) => change(values, { store, pause, existing }),
    findExisting: (values, { store }) => known(values, store),
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'changeOrderId', expression: 'pedido' },
        { target: 'reason', expression: 'motivo' },
        {
          target: 'replace',
          expression:
            '[{"from": {"items": [{"id": "1", "quantity": 2}]}, "to": {"items": [{"id": "1", "quantity": 1}]}}]',
        },
      ],
      saveAs: 'change',
    },
    input: [{ pedido: '1268540500001-01', motivo: 'Falta de estoque' }],
    output: {
      out: [
        {
          pedido: '1268540500001-01',
          motivo: 'Falta de estoque',
          change: { requestId: 'change-1268540500001-01-1', change: 'created' },
        },
      ],
    },
  },
});

interface Tools {
  store: Store;
  pause(ms: number, why: RemoteError): Promise<void>;
  existing?: JsonObject | undefined;
}

async function change(values: Values, tools: Tools): Promise<Json> {
  const { store } = tools;
  const id = String(values['changeOrderId']);
  const found = tools.existing ?? (await known(values, store));
  const sent = found ?? (await send(id, bodyOf(values), store));
  const requestId = textOf(sent['requestId']);
  if (!store.dryRun) await end(id, requestId, tools);
  return { requestId, change: found ? 'unchanged' : 'created' };
}

async function send(id: string, body: JsonObject, store: Store): Promise<JsonObject> {
  const options = { params: { changeOrderId: id }, query: { accountName: store.account }, body, once: true };
  return asObject(await store.send(request, options)) ?? {};
}

/** The change of the order with this reason and these items, whatever became of it. */
async function known(values: Values, store: Store): Promise<JsonObject | null> {
  const id = String(values['changeOrderId']);
  const answer = await store.find(list, { params: { changeOrderId: id }, query: { an: store.account } });
  if (!answer) throw new UserError('vtex.order-unknown', { values: { orderId: id } });
  const wanted = printOf(bodyOf(values));
  const held = objects(answer['requests']).filter(({ status }) => status !== 'canceled');
  return held.findLast((request) => printOf(request) === wanted) ?? null;
}

/** Looks until the change has ended. Throws when VTEX gave it up, or is not done yet. */
async function end(id: string, requestId: string, { store, pause }: Tools): Promise<void> {
  const open = () =>
    new RemoteError('vtex.order-change-open', { values: { orderId: id, requestId }, retryable: true });
  for (const ms of [0, ...pauses]) {
    if (ms > 0) await pause(ms, open());
    const params = { changeOrderId: id, changeRequestId: requestId };
    const now = asObject(await store.send(one, { params, query: { an: store.account } })) ?? {};
    // The reference tells the end by `inProgress`, the guide by `finished`.
    if (now['inProgress'] !== false && now['finished'] !== true) continue;
    const status = textOf(now['status']);
    if (status === 'done' || status === 'success') return;
    const errors = Array.isArray(now['errors']) ? now['errors'] : [];
    const reason = errors.map((error) => (typeof error === 'string' ? error : JSON.stringify(error)));
    throw new UserError('vtex.order-change-failed', {
      values: { orderId: id, reason: reason.join('; ') || status },
    });
  }
  throw open();
}

function bodyOf(values: Values): JsonObject {
  const { reason, replace } = values;
  const items = (name: string) =>
    objects(values[name]).length > 0 ? { items: values[name] ?? null } : undefined;
  const parts = {
    reason,
    add: items('add'),
    remove: items('remove'),
    replace: objects(replace).length > 0 ? replace : undefined,
    manualDiscountValue: values['manualDiscountValue'],
    manualIncrementValue: values['manualIncrementValue'],
  };
  const given = Object.entries(parts).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  if (given.length < 2)
    throw new UserError('vtex.order-change-empty', { values: { reason: textOf(reason) } });
  return Object.fromEntries(given) as JsonObject;
}

/** Reason, amounts, ids and quantities: what two answers about the same change have in common. */
function printOf(body: JsonObject): string {
  const parts = (given: Json | undefined) => (Array.isArray(given) ? objects(given) : [asObject(given)]);
  const lines = (given: Json | undefined) =>
    parts(given)
      .flatMap((part) => objects(part?.['items']))
      .map((item) => `${textOf(item['id'])}x${textOf(item['quantity'])}`)
      .sort();
  const replaced = objects(body['replace']).map(({ from, to }) => [lines(from), lines(to)]);
  const amounts = [body['manualDiscountValue'] ?? 0, body['manualIncrementValue'] ?? 0];
  return JSON.stringify([
    textOf(body['reason']).trim(),
    amounts,
    lines(body['add']),
    lines(body['remove']),
    replaced,
  ]);
}

// Writes a note on an order that people see in the Admin. The same text is not written twice.
import { UserError, type Json, type JsonObject } from '@eclusa/flow';
import { asObject } from '../vtex/remote';
import type { Store } from '../vtex/store';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { objects, orderId, textOf } from './order';

const request = 'POST /api/do/notes';
const list = 'GET /api/do/notes';
/** VTEX takes no more on one order. */
const most = 30;

export default vtexAction({
  id: 'vtex.order-note',
  version: 1,
  name: { en: 'Note on an order', es: 'Nota en un pedido', pt: 'Observação em um pedido' },
  help: {
    en: 'Writes a note that people see beside the order in the VTEX Admin, such as the number it has in your ERP. A text the order has already is not written again. An order takes 30 notes of 2,000 characters; shoppers do not see them.',
    es: 'Escribe una nota que las personas ven junto al pedido en el Admin de VTEX, como el número que tiene en su ERP. Un texto que el pedido ya tiene no se repite. Un pedido admite 30 notas de 2.000 caracteres; los clientes no las ven.',
    pt: 'Escreve uma observação que as pessoas veem junto ao pedido no Admin da VTEX, como o número dele no seu ERP. Um texto que o pedido já tem não é repetido. Um pedido aceita 30 observações de 2.000 caracteres; clientes não as veem.',
  },
  keywords: ['note', 'nota', 'observação', 'comentário', 'comentario', 'pedido', 'order'],
  area: 'orders',
  request,
  also: [list],
  effect: 'create',
  saveAs: 'note',
  path: { orderId },
  body: {
    description: target.text(
      { en: 'Text', es: 'Texto', pt: 'Texto' },
      { required: true, maxLength: 2000, suggest: '$exists(observacao) ? observacao : descricao' },
    ),
  },
  prepare: () => ({
    async run(values, { store, existing }) {
      const [id, description] = [String(values['orderId']), String(values['description'])];
      const notes = existing ? [] : await notesOf(store, id);
      const known = existing ?? notes.find((note) => note['description'] === description);
      if (known) return { noteId: textOf(known['id']), change: 'unchanged' };
      if (notes.length >= most) throw new UserError('vtex.notes-full', { values: { orderId: id, most } });
      const body = { target: { id, type: 'order', url: `/admin/orders/${id}` }, domain: 'oms', description };
      const answer = asObject(await store.send(request, { body }));
      return { noteId: textOf(answer?.['id']), change: 'created' };
    },
    async findExisting(values, { store }) {
      const notes = await notesOf(store, String(values['orderId']));
      return notes.find((note) => note['description'] === String(values['description'])) ?? null;
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'orderId', expression: 'pedido' },
        { target: 'description', expression: '"Pedido no ERP: " & erp' },
      ],
      saveAs: 'note',
    },
    input: [{ pedido: '1268540500001-01', erp: 'PV-77' }],
    output: {
      out: [{ pedido: '1268540500001-01', erp: 'PV-77', note: { noteId: 'note-1', change: 'created' } }],
    },
  },
});

async function notesOf(store: Store, id: string): Promise<JsonObject[]> {
  const answer: Json = await store.send(list, { query: { 'target.id': id, perPage: most } });
  return objects(Array.isArray(answer) ? answer : asObject(answer)?.['items']);
}

// VTEX DO, as far as notes on orders go: text on an order that the Admin shows, at most thirty of them.
import { json, type Call, type Reply, type Route } from '../http/wire';
import type { OrderNote } from '../store/order-notes';
import { bodyWith, invalid } from './oms-error';
import type { OrderDesk } from './order-desk';

const mostNotes = 30;
const longest = 2000;

export function orderNoteRoutes(desk: OrderDesk): Route[] {
  const { notes } = desk.store;
  return [
    { request: 'POST /api/do/notes', handler: (call) => add(desk, call) },
    { request: 'GET /api/do/notes', handler: (call) => list(desk, call) },
    {
      request: 'GET /api/do/notes/{noteId}',
      handler: (call) => {
        const note = notes.list.get(call.params.noteId ?? '');
        return note ? json(note) : json({ message: 'Note not found' }, 404);
      },
    },
  ];
}

const ofTarget = (desk: OrderDesk, id: string): OrderNote[] =>
  [...desk.store.notes.list.values()].filter(({ target }) => target.id === id);

function add(desk: OrderDesk, call: Call): Reply {
  const body = bodyWith(call.body, ['target', 'domain', 'description']);
  const target = bodyWith(body.target, ['id', 'type', 'url']);
  const description = String(body.description);
  if (description.length > longest)
    invalid({ description: [`description is limited to ${longest} characters.`] });
  if (ofTarget(desk, String(target.id)).length >= mostNotes)
    return json({ message: `The target has ${mostNotes} notes already` }, 400);
  const at = new Date(desk.clock()).toISOString();
  const note: OrderNote = {
    id: desk.store.notes.takeId(),
    domain: String(body.domain),
    owner: 'lojademo',
    target: { id: String(target.id), type: String(target.type), url: String(target.url) },
    description,
    creationDate: at,
    lastUpdate: at,
    createdBy: { id: 'sandbox', name: 'Eclusa', email: null, key: null },
  };
  desk.store.notes.list.set(note.id, note);
  desk.store.creates.created('note', `${note.target.id}/${description}`);
  return json(note);
}

function list(desk: OrderDesk, call: Call): Reply {
  const id = call.query.get('target.id');
  if (!id) return json({ message: 'target.id is required' }, 400);
  const perPage = Number(call.query.get('perPage') ?? 20);
  const page = Number(call.query.get('page') ?? 1);
  const all = ofTarget(desk, id);
  const items = all.slice((page - 1) * perPage, page * perPage);
  return json({
    items,
    paging: { page, perPage, total: all.length, pages: Math.ceil(all.length / perPage) },
  });
}

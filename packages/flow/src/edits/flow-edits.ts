// Edits of what a flow leaves open (slots, parameters), of its notes, its settings and its name.
import type { FlowDocument, FlowNote } from '../document';
import { UserError } from '../errors';
import type { EditOf } from './edit';
import { keep, member, mustBeFree, without } from './records';

const slotGone = 'flow.slot-gone';
const parameterGone = 'flow.parameter-gone';

export function addSlot(document: FlowDocument, { id, slot }: EditOf<'add-slot'>): FlowDocument {
  mustBeFree(document.slots, id);
  return { ...document, slots: { ...document.slots, [id]: slot } };
}

export function renameSlot(document: FlowDocument, { id, name }: EditOf<'rename-slot'>): FlowDocument {
  const slot = member(document.slots, id, slotGone);
  return { ...document, slots: { ...document.slots, [id]: { ...slot, name } } };
}

export function removeSlot(document: FlowDocument, { id }: EditOf<'remove-slot'>): FlowDocument {
  member(document.slots, id, slotGone);
  return { ...document, slots: without(document.slots, new Set([id])) };
}

export function addParameter(
  document: FlowDocument,
  { id, parameter }: EditOf<'add-parameter'>,
): FlowDocument {
  mustBeFree(document.parameters, id);
  return { ...document, parameters: { ...document.parameters, [id]: parameter } };
}

export function setParameter(
  document: FlowDocument,
  { id, parameter }: EditOf<'set-parameter'>,
): FlowDocument {
  member(document.parameters, id, parameterGone);
  return { ...document, parameters: { ...document.parameters, [id]: parameter } };
}

export function removeParameter(document: FlowDocument, { id }: EditOf<'remove-parameter'>): FlowDocument {
  member(document.parameters, id, parameterGone);
  return { ...document, parameters: without(document.parameters, new Set([id])) };
}

export function addNote(document: FlowDocument, { note }: EditOf<'add-note'>): FlowDocument {
  const notes = document.layout.notes ?? [];
  if (notes.some(({ id }) => id === note.id))
    throw new UserError('flow.id-taken', { values: { id: note.id } });
  return withNotes(document, [...notes, note]);
}

export function setNote(document: FlowDocument, { note }: EditOf<'set-note'>): FlowDocument {
  const notes = document.layout.notes ?? [];
  if (!notes.some(({ id }) => id === note.id))
    throw new UserError('flow.note-gone', { values: { id: note.id } });
  const changed = notes.map((each) => (each.id === note.id ? note : each));
  return withNotes(document, changed);
}

export function removeNotes(document: FlowDocument, { ids }: EditOf<'remove-notes'>): FlowDocument {
  const notes = document.layout.notes ?? [];
  const kept = keep(notes, ({ id }) => !ids.includes(id));
  return kept === notes ? document : withNotes(document, kept);
}

function withNotes(document: FlowDocument, notes: FlowNote[]): FlowDocument {
  return { ...document, layout: { ...document.layout, notes } };
}

export function renameFlow(document: FlowDocument, { name }: EditOf<'rename-flow'>): FlowDocument {
  return { ...document, name };
}

export function describeFlow(document: FlowDocument, { description }: EditOf<'describe-flow'>): FlowDocument {
  const { description: _old, ...rest } = document;
  return description ? { ...rest, description } : rest;
}

export function setSettings(document: FlowDocument, { settings }: EditOf<'set-settings'>): FlowDocument {
  const { settings: _old, ...rest } = document;
  const kept = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
  return Object.keys(kept).length > 0 ? { ...rest, settings: kept } : rest;
}

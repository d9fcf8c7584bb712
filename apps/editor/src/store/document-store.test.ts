import { applyEdits } from '@eclusa/flow';
import { demoFlow } from '../editor.testing';
import { createDocumentStore } from './document-store';

const move = (x: number) => ({ type: 'move-nodes' as const, positions: { read: { x, y: 0 } } });
const field = (value: string) => ({ type: 'set-field' as const, id: 'filter', field: 'keep', value });

function opened() {
  let time = 0;
  const store = createDocumentStore(demoFlow(), 3, () => time);
  const state = () => store.getState();
  const keep = () => state().document.nodes['filter']!.config['keep'];
  return { store, state, keep, wait: (ms: number) => (time += ms) };
}

test('an edit can be undone and done again', () => {
  const { state, keep } = opened();
  state().edit([field('some')]);
  state().undo();
  expect(keep()).toBe('all');
  state().redo();
  expect(keep()).toBe('some');
});

test('several edits given together are one step', () => {
  const { state } = opened();
  state().edit([field('some'), move(50)]);
  state().undo();
  expect(state().document).toEqual(demoFlow());
  expect(state().past).toEqual([]);
});

test('typing in one field is one step until the person pauses', () => {
  const { state, keep, wait } = opened();
  for (const typed of ['s', 'so', 'som']) {
    state().edit([field(typed)], 'filter.keep');
    wait(200);
  }
  wait(5000);
  state().edit([field('some')], 'filter.keep');
  state().undo();
  expect(keep()).toBe('som');
  state().undo();
  expect(keep()).toBe('all');
});

test('a new edit after undo forgets what was undone', () => {
  const { state } = opened();
  state().edit([field('some')]);
  state().undo();
  state().edit([move(20)]);
  expect(state().future).toEqual([]);
});

test('undo and redo at the ends change nothing', () => {
  const { state } = opened();
  state().undo();
  state().redo();
  expect(state().document).toEqual(demoFlow());
});

test('the draft is dirty from an edit until the server has that very document', () => {
  const { state } = opened();
  state().edit([field('some')]);
  expect(state().document).not.toBe(state().saved);
  const sent = state().document;
  state().edit([move(20)]);
  state().markSaved(sent, 4);
  expect(state().revision).toBe(4);
  expect(state().document).not.toBe(state().saved);
});

test('taking the draft of somebody else can be undone', () => {
  const { state, keep } = opened();
  state().edit([field('mine')]);
  state().take(demoFlow(), 9);
  expect([keep(), state().revision]).toEqual(['all', 9]);
  state().undo();
  expect(keep()).toBe('mine');
});

test('a newer draft of somebody else is followed, and undo takes back only the own step', () => {
  const { state, keep } = opened();
  state().edit([field('some')]);
  state().markSaved(state().document, 4);
  const theirs = applyEdits(state().document, [{ type: 'rename-node', id: 'read', name: 'ERP' }]);
  state().follow(theirs, 5);
  expect([state().revision, state().document === state().saved]).toEqual([5, true]);
  state().undo();
  expect(keep()).toBe('all');
  expect(state().document.nodes['read']?.name).toBe('ERP');
});

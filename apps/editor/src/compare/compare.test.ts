import { applyEdits, flowChanges, type FlowEdit } from '@eclusa/flow';
import { demoCatalogue, demoFlow } from '../editor.testing';
import { changeLines } from './change-words';
import { areaOf, comparedDrawing } from './compared-drawing';

const before = demoFlow();
const edit = (...edits: FlowEdit[]) => applyEdits(before, edits);
const lines = (after: typeof before) =>
  changeLines(flowChanges(before, after), { before, after, catalogue: demoCatalogue, locale: 'pt' });

test('a field that changed is told by the names of the box and of the field', () => {
  const after = edit({ type: 'set-field', id: 'filter', field: 'keep', value: 'some' });
  expect(lines(after)).toEqual([
    {
      key: 'node filter',
      part: 'node',
      kind: 'changed',
      title: 'Filtrar linhas',
      node: 'filter',
      values: [{ name: 'Keep', before: 'all', after: 'some' }],
    },
  ]);
});

test('what was removed is named as it was, and an arrow by both its ends', () => {
  const after = edit({ type: 'remove-nodes', ids: ['filter'] });
  expect(lines(after).map(({ part, kind, title }) => [part, kind, title])).toEqual([
    ['node', 'removed', 'Filtrar linhas'],
    ['edge', 'removed', 'Ler de uma API → Filtrar linhas'],
  ]);
});

test('a box of another type is told by the names of both types', () => {
  const node = { type: 'output.demo', version: 1, config: {} };
  const [line] = lines(edit({ type: 'replace-node', id: 'filter', node }));
  expect(line?.values[0]).toMatchObject({ word: 'type', before: 'Filtrar linhas', after: 'Enviar arquivo' });
});

test('each side marks its own: what is gone on the left, what is new on the right, what changed on both', () => {
  const after = edit(
    { type: 'remove-nodes', ids: ['read'] },
    {
      type: 'add-node',
      id: 'new',
      node: { type: 'source.demo', version: 1, config: {} },
      at: { x: 0, y: 300 },
    },
    { type: 'set-field', id: 'filter', field: 'keep', value: 'some' },
  );
  const changes = flowChanges(before, after);
  const marks = (document: typeof before) => {
    const { nodes, edges } = comparedDrawing(document, changes, demoCatalogue, 'en');
    return [...nodes, ...edges].map(({ id, data }) => [id, data?.mark]);
  };
  expect(marks(before)).toEqual([
    ['read', 'removed'],
    ['filter', 'changed'],
    ['read.out>filter.in', 'removed'],
  ]);
  expect(marks(after)).toEqual([
    ['new', 'added'],
    ['filter', 'changed'],
  ]);
});

test('one area holds both drawings', () => {
  const after = edit({ type: 'move-nodes', positions: { filter: { x: 900, y: -100 } } });
  expect(areaOf([before, after])).toEqual({ x: 0, y: -100, width: 900 + 236, height: 100 + 84 });
});

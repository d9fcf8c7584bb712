// The promise of edits: whatever is done in whatever order, the document stays a document.
import fc from 'fast-check';
import { edge, flow } from '../catalogue.testing';
import { type FlowDocument, flowDocumentSchema } from '../document';
import { UserError } from '../errors';
import { parseFlow, serializeFlow } from '../serialize';
import { applyEdit } from './apply';
import type { FlowEdit } from './edit';
import { copyFragment } from './fragment';

const id = fc.constantFrom('a', 'b', 'c', 'd-2', 'constructor', 'bad id', '__proto__');
const ids = fc.array(id, { maxLength: 3 });
const position = fc.record({ x: fc.integer(), y: fc.oneof(fc.integer(), fc.constant(NaN)) });
const name = fc.oneof(fc.string({ maxLength: 10 }), fc.constant('x'.repeat(200)));
const json = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<never>;
const node = fc.record({
  type: fc.string(),
  version: fc.integer({ min: 0, max: 3 }),
  config: fc.dictionary(fc.string(), json),
});
const port = fc.constantFrom('in', 'out', '');
const arrow = fc.record({ from: fc.record({ node: id, port }), to: fc.record({ node: id, port }) });
const note = fc.record({
  id,
  text: name,
  x: fc.integer(),
  y: fc.integer(),
  width: fc.integer(),
  height: fc.integer(),
});
const group = fc.record({ id, name, nodes: ids, folded: fc.boolean() });
const parameter = fc.record({ type: fc.constantFrom('text' as const, 'number' as const), name });
const of = <T extends FlowEdit['type']>(type: T) => fc.constant(type);

const edit: fc.Arbitrary<FlowEdit | 'paste'> = fc.oneof(
  fc.record({ type: of('add-node'), id, node, at: position }),
  fc.record({ type: of('remove-nodes'), ids }),
  fc.record({ type: of('move-nodes'), positions: fc.dictionary(id, position) }),
  fc.record({ type: of('rename-node'), id, name }),
  fc.record({ type: of('set-field'), id, field: name, value: json }),
  fc.record({ type: of('set-disabled'), ids, disabled: fc.boolean() }),
  fc.record({ type: of('connect'), edge: arrow }),
  fc.record({ type: of('disconnect'), edges: fc.array(arrow, { maxLength: 2 }) }),
  fc.record({ type: of('insert-on-edge'), edge: arrow, id, node, at: position }),
  fc.record({ type: of('add-slot'), id, slot: fc.record({ kind: name, name }) }),
  fc.record({ type: of('remove-slot'), id }),
  fc.record({ type: of('add-parameter'), id, parameter }),
  fc.record({ type: of('add-note'), note }),
  fc.record({ type: of('set-note'), note }),
  fc.record({ type: of('remove-notes'), ids }),
  fc.record({ type: of('add-group'), group }),
  fc.record({ type: of('set-group'), group }),
  fc.record({ type: of('remove-groups'), ids }),
  fc.record({ type: of('rename-flow'), name }),
  fc.record({ type: of('describe-flow'), description: name }),
  fc.record({
    type: of('set-settings'),
    settings: fc.record({ orderKey: fc.option(name, { nil: undefined }) }),
  }),
  fc.constant('paste' as const),
);

function tryEdit(document: FlowDocument, next: FlowEdit | 'paste'): FlowDocument {
  try {
    if (next !== 'paste') return applyEdit(document, next);
    const fragment = copyFragment(document, Object.keys(document.nodes).slice(0, 2));
    return applyEdit(document, { type: 'paste', fragment, by: { x: 1, y: 1 } });
  } catch (error) {
    if (error instanceof UserError) return document;
    throw error;
  }
}

test('any sequence of edits leaves a sound document, and refusals are words', () => {
  const start = flow({ nodes: { a: 'transform.pass', b: 'transform.pass' }, edges: ['a>b'] });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
      const end = edits.reduce(tryEdit, start);
      const checked = flowDocumentSchema.safeParse(end);
      expect(checked.error?.issues ?? []).toEqual([]);
      for (const { from, to } of end.edges) {
        expect(Object.hasOwn(end.nodes, from.node) && Object.hasOwn(end.nodes, to.node)).toBe(true);
      }
      expect(Object.keys(end.layout.nodes).sort()).toEqual(Object.keys(end.nodes).sort());
      const grouped = (end.layout.groups ?? []).map(({ nodes }) => nodes);
      expect(grouped.filter((inside) => inside.length === 0)).toEqual([]);
      expect(new Set(grouped.flat()).size).toBe(grouped.flat().length);
      expect(grouped.flat().filter((inside) => !Object.hasOwn(end.nodes, inside))).toEqual([]);
      expect(serializeFlow(parseFlow(serializeFlow(end)))).toBe(serializeFlow(end));
    }),
    { numRuns: 300 },
  );
  expect(start.edges).toEqual([edge('a>b')]);
});

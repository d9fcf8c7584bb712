import { FAILED } from '@eclusa/flow';
import { demoCatalogue, demoFlow } from '../editor.testing';
import { groupedDrawing, innerEnd } from './grouped';
import { toReactFlow } from './to-react-flow';
import { withMembers } from './useChanges';

const flow = () => {
  const drawn = demoFlow();
  drawn.nodes['last'] = { type: 'transform.demo', version: 1, name: 'Last', config: {} };
  drawn.layout.nodes['last'] = { x: 620, y: 100 };
  drawn.edges.push({ from: { node: 'filter', port: 'out' }, to: { node: 'last', port: 'in' } });
  return drawn;
};

function drawing(groups: Parameters<typeof groupedDrawing>[2], document = flow()) {
  const { nodes, edges } = toReactFlow(document, demoCatalogue);
  return groupedDrawing(nodes, edges, groups);
}

test('without groups the drawing is what it was', () => {
  expect(drawing([]).nodes.map(({ id }) => id)).toEqual(['read', 'filter', 'last']);
});

test('an open group is a frame around its boxes, below them', () => {
  const { nodes, edges } = drawing([{ id: 'g', name: 'G', nodes: ['filter', 'last'] }]);
  expect(nodes.map(({ id }) => id)).toEqual(['group:g', 'read', 'filter', 'last']);
  const frame = nodes[0]!;
  expect(frame.position).toEqual({ x: 290, y: -50 });
  expect(frame.width).toBe(620 + 236 + 20 - 290);
  expect(edges).toHaveLength(2);
});

test('a folded group is one card with a port for each line over its border', () => {
  const { nodes, edges } = drawing([{ id: 'g', name: 'G', nodes: ['filter', 'last'], folded: true }]);
  expect(nodes.map(({ id }) => id)).toEqual(['group:g', 'read']);
  expect(nodes[0]!.data).toMatchObject({ inputs: [{ id: 'filter.in', name: 'Filter rows' }], outputs: [] });
  expect(edges).toHaveLength(1);
  expect(edges[0]).toMatchObject({ source: 'read', target: 'group:g', targetHandle: 'filter.in' });
});

test('the failed rows of a box inside leave a folded group by a port of their own', () => {
  const document = flow();
  document.edges.push({ from: { node: 'filter', port: FAILED }, to: { node: 'last', port: 'in' } });
  const { nodes } = drawing([{ id: 'g', name: 'G', nodes: ['filter'], folded: true }], document);
  expect(nodes[0]!.data).toMatchObject({
    outputs: [
      { id: 'filter.out', failed: false },
      { id: `filter.${FAILED}`, failed: true },
    ],
  });
});

test('a line drawn at a port of a folded group belongs to the box inside', () => {
  expect(innerEnd('group:g', 'filter.in')).toEqual({ node: 'filter', port: 'in' });
  expect(innerEnd('read', 'out')).toEqual({ node: 'read', port: 'out' });
});

test('dragging a frame moves its boxes, each once', () => {
  const { nodes } = drawing([{ id: 'g', name: 'G', nodes: ['filter', 'last'] }]);
  const changes = withMembers(
    [
      { type: 'position', id: 'group:g', position: { x: 300, y: -40 }, dragging: true },
      { type: 'position', id: 'last', position: { x: 630, y: 110 }, dragging: true },
    ],
    nodes,
  );
  expect(changes).toEqual([
    { type: 'position', id: 'filter', position: { x: 320, y: 10 }, dragging: true },
    { type: 'position', id: 'last', position: { x: 630, y: 110 }, dragging: true },
  ]);
});

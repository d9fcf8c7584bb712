import { demoFlow } from '../editor.testing';
import { walk } from './walking';

function forked() {
  const flow = demoFlow();
  flow.nodes['other'] = { type: 'transform.demo', version: 1, config: {} };
  flow.layout.nodes['other'] = { x: 310, y: 150 };
  flow.edges.push({ from: { node: 'read', port: 'out' }, to: { node: 'other', port: 'in' } });
  return flow;
}

test('a walk goes along the lines and back', () => {
  expect(walk(forked(), 'read', 'next')).toBe('filter');
  expect(walk(forked(), 'other', 'previous')).toBe('read');
  expect(walk(forked(), 'filter', 'next')).toBeUndefined();
});

test('a walk goes up and down among boxes that stand over each other', () => {
  expect(walk(forked(), 'filter', 'below')).toBe('other');
  expect(walk(forked(), 'other', 'above')).toBe('filter');
  expect(walk(forked(), 'read', 'below')).toBeUndefined();
});

test('with nothing selected it begins at the first box', () => {
  expect(walk(forked(), undefined, 'next')).toBe('read');
});

test('a folded group is one station', () => {
  const flow = forked();
  flow.layout.groups = [{ id: 'g', name: 'G', nodes: ['filter', 'other'], folded: true }];
  expect(walk(flow, 'read', 'next')).toBe('group:g');
  expect(walk(flow, 'group:g', 'previous')).toBe('read');
});

import { catalogue, edge, flow } from '../catalogue.testing';
import { canConnect } from './connections';

const document = flow({
  nodes: {
    read: 'source.http',
    a: 'transform.pass',
    b: 'transform.pass',
    file: 'output.file',
    open: 'file.read',
  },
  edges: ['read>a', 'a>b'],
});

test.each([
  ['read>b', 'ok'],
  ['b>file', 'ok'],
  ['file.file>open', 'ok'],
  ['a.failed>b', 'ok'],
  ['a>b', 'flow.edge-twice'],
  ['a>a', 'flow.edge-to-itself'],
  ['b>a', 'flow.edge-closes-ring'],
  ['a>read', 'flow.edge-into-source'],
  ['a>open', 'flow.port-types-differ'],
  ['file.file>b', 'flow.port-types-differ'],
  ['a>gone', 'flow.edge-dangling'],
  ['a.nope>b', 'flow.no-output'],
  ['a>b.nope', 'flow.no-input'],
])('%s: %s', (sketch, expected) => {
  const answer = canConnect(document, catalogue, edge(sketch));
  expect(answer.ok ? 'ok' : answer.code).toBe(expected);
  if (!answer.ok) expect(answer.text.pt.length).toBeGreaterThan(10);
});

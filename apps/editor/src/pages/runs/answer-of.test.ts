import { emptyFlow, type NodeDescription } from '@eclusa/flow';
import { answerField, answerOf } from './answer-of';

const type = { fields: { saveAs: { kind: 'text', default: 'product' } } } as unknown as NodeDescription;
const flow = () => ({
  ...emptyFlow('f'),
  nodes: { make: { type: 'x', version: 1, config: {} }, next: { type: 'y', version: 1, config: {} } },
  edges: [{ from: { node: 'make', port: 'out' }, to: { node: 'next', port: 'in' } }],
});

test('an answer is asked for when a box behind may need it, under the name the box keeps it by', () => {
  expect(answerField(flow(), 'make', type)).toBe('product');
  const named = flow();
  named.nodes.make.config = { saveAs: 'made' } as never;
  expect(answerField(named, 'make', type)).toBe('made');
  named.nodes.make.config = { saveAs: ' ' } as never;
  expect(answerField(named, 'make', type)).toBeUndefined();
  expect(answerField({ ...flow(), edges: [] }, 'make', type)).toBeUndefined();
  expect(answerField(flow(), 'make', undefined)).toBeUndefined();
});

test('an id is put where boxes look for it, and a whole answer stays as it is', () => {
  expect(answerOf('product', ' 12 ')).toEqual({ product: { id: 12 } });
  expect(answerOf('product', 'A-7')).toEqual({ product: { id: 'A-7' } });
  expect(answerOf('product', '{"Id": 3}')).toEqual({ product: { Id: 3 } });
  expect(answerOf('product', '12345678901234567890')).toEqual({ product: { id: '12345678901234567890' } });
  expect(answerOf('product', ' ')).toBeUndefined();
});

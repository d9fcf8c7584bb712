import { flow } from './catalogue.testing';
import type { FlowSettings } from './document';
import { runTurn } from './turns';

const of = { flowId: 'f', storeId: 's' };
const turn = (settings: FlowSettings, wish = {}) => runTurn(flow({ settings }), of, wish);

test('a flow that asks for nothing lets its runs overlap', () => {
  expect(turn({})).toBeNull();
  expect(turn({ overlap: 'allow', concurrencyKey: 'left behind' })).toBeNull();
});

test('without a key of its own it is the flow and the store that count; a key alone means waiting', () => {
  expect(turn({ overlap: 'skip' })).toEqual({ concurrencyKey: 'flow f s', overlap: 'skip' });
  expect(turn({ concurrencyKey: 'night' })).toEqual({ concurrencyKey: 'night', overlap: 'queue' });
});

test('what is said with the run goes before what the flow says', () => {
  const settings = { overlap: 'skip', concurrencyKey: 'night' } as const;
  expect(turn(settings, { overlap: 'cancel' })).toEqual({ concurrencyKey: 'night', overlap: 'cancel' });
  expect(turn(settings, { concurrencyKey: 'day' })).toEqual({ concurrencyKey: 'day', overlap: 'skip' });
  expect(turn({ overlap: 'allow' }, { overlap: 'queue' })).toMatchObject({ overlap: 'queue' });
});

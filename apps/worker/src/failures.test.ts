import { Bug, RemoteError, UserError } from '@eclusa/flow';
import { QueryFailedError } from 'typeorm';
import { interruption, runFailure } from './failures';
import { LeaseLost } from './leases';
import { RunStopped } from './runs/run-stopped';

const wrap = (cause: unknown) => new Error('effects cannot be written', { cause });

test.each([
  [new LeaseLost('page 1'), 'lost'],
  [wrap(new LeaseLost('page 1')), 'lost'],
  [new RunStopped('cancelling'), 'stopped'],
  [new QueryFailedError('SELECT 1', [], new Error('canceling statement')), 'storage'],
  [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'storage'],
  [Object.assign(new Error('shutting down'), { code: '57P01' }), 'storage'],
  [new Error('Connection terminated unexpectedly'), 'storage'],
  [new RemoteError('vtex.unavailable', { retryable: true }), 'remote'],
])('%s is done again later', (error, why) => {
  expect(interruption(error)).toBe(why);
});

test.each([
  [new UserError('engine.slot-unbound')],
  [new Bug('engine.not-a-source')],
  [new TypeError('x is not a function')],
  [new RemoteError('vtex.unauthorized', { retryable: false })],
  ['a string'],
])('%s ends the run', (error) => {
  expect(interruption(error)).toBeUndefined();
});

test('a failed run names the node, its own word first', () => {
  expect(runFailure(new UserError('a.b', { values: { node: 'price' } }), 'erp').node).toBe('price');
  expect(runFailure(new UserError('a.b'), 'erp').node).toBe('erp');
  expect(runFailure(new UserError('a.b'))).not.toHaveProperty('node');
});

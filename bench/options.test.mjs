// What is asked for on the command line, and what each part is made of.
import assert from 'node:assert/strict';
import test from 'node:test';
import { partNames, readOptions } from './options.mjs';
import { barriersFlow, bulkFlow, callBody, callFlow } from './parts/flows.mjs';
import { activeOf, productAt } from './parts/rows.mjs';
import { cpuOf } from './stack/proc.mjs';

test('without arguments every part runs in full, but for those that take very long', () => {
  const { parts, sizes, isFull } = readOptions([]);
  assert.deepEqual(
    [parts, isFull],
    [partNames.filter((name) => !['transforms', 'story'].includes(name)), true],
  );
  assert.deepEqual(readOptions(['story']).parts, ['story']);
  assert.deepEqual([sizes.rows, sizes.latencyRows, sizes.rate], [[10_000, 100_000], 10_000, 500]);
});

test('parts run in their own order, and a size that is given is no longer the full one', () => {
  const { parts, sizes, isFull } = readOptions(['scale', 'bulk', '--rows', '500,1000', '--latency', '0']);
  assert.deepEqual([parts, sizes.rows, sizes.latency, isFull], [['bulk', 'scale'], [500, 1000], [0], false]);
  assert.equal(readOptions(['--short']).isFull, false);
});

test('anything else is refused with how it is meant', () => {
  for (const args of [['bulc'], ['--rows', 'many'], ['--calls', '1,2'], ['--rows', '0'], ['--row', '1']]) {
    assert.throws(() => readOptions(args), /There is no part|must be|Usage/);
  }
});

test('the rows that must reach the store are counted as the flow filters them', () => {
  for (const rows of [1, 19, 20, 21, 3_000]) {
    const active = Array.from({ length: rows }, (_, index) => productAt(index)).filter(
      (row) => row.situacao === 'A',
    );
    assert.equal(activeOf(rows), active.length);
  }
});

test('every edge of a flow joins boxes it has, and every slot is used', () => {
  for (const flow of [bulkFlow(10), bulkFlow(10, false), barriersFlow(10), callFlow()]) {
    for (const { from, to } of flow.edges) assert.ok(flow.nodes[from.node] && flow.nodes[to.node]);
    const used = new Set(Object.values(flow.nodes).flatMap(({ config }) => config.connection ?? []));
    assert.deepEqual([...used].sort(), Object.keys(flow.slots).sort());
  }
  assert.deepEqual(callBody(0), { rows: [{ sku: 1, estoque: '0,00' }] });
});

test('processor time is read from the fields after a name that may hold anything', () => {
  const fields = Array.from({ length: 20 }, (_, index) => `${index}`);
  assert.equal(cpuOf(`12 (a) b) (c) S ${fields.slice(1).join(' ')}`), (11 + 12 + 13 + 14) / 100);
  assert.equal(cpuOf(''), 0);
});

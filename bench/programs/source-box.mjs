// The box of a source alone, without the run around it: what is left of a row is thrown away. Its peer is source-floor.mjs.
// Usage: node source-box.mjs <csv|xml|xlsx|sql> <file or database address>; prints rows, seconds and megabytes as JSON.
import { createReadStream, statSync } from 'node:fs';
import { guardedReach, nodeTypes } from '@eclusa/nodes';
import { sourceConfig } from '../parts/flows.mjs';
import { peakMemory } from '../stack/proc.mjs';

const [kind, from] = process.argv.slice(2);
const node = nodeTypes.get(`source.${kind}`);
const defaults = Object.entries(node.fields).flatMap(([id, field]) =>
  field.default === undefined ? [] : [[id, field.default]],
);
const context = {
  config: {
    ...Object.fromEntries(defaults),
    ...sourceConfig(kind),
    ...(kind !== 'sql' && { from: 'file', file: from }),
  },
  ...{ parameters: {}, cursor: null, pageSize: 500, dryRun: false, signal: new AbortController().signal },
  files: {
    open: async () => ({
      ...{ id: from, name: from, size: statSync(from).size },
      read: (start = 0) => createReadStream(from, { start }),
    }),
  },
  ...(kind === 'sql' && database(new URL(from))),
};

const started = performance.now();
let rows = 0;
for await (const { records } of node.behaviour.read(context)) rows += records.length;
const seconds = (performance.now() - started) / 1000;
process.stdout.write(JSON.stringify({ rows, seconds, megabytes: peakMemory(process.pid) }));

function database({ host, hostname, port, username, password, pathname }) {
  const values = { host: hostname, port: Number(port), database: pathname.slice(1), username, password };
  return {
    reach: guardedReach({ allow: [host] }),
    connection: async () => ({ id: 'erp', kind: 'postgres', values: { ...values, security: 'none' } }),
    pause: async () => undefined,
    notes: { load: async () => new Map(), keep: async () => undefined },
  };
}

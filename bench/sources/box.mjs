// Reads one file through its box, as a worker does, and says how many rows came. A process of its own, for its memory.
// Usage: node bench/sources/box.mjs KIND FILE
import { createReadStream, statSync } from 'node:fs';
import { nodeTypes } from '@eclusa/nodes';
import { kinds } from './files.mjs';
import { tell } from './tell.mjs';

const [kind, file] = process.argv.slice(2);
const { box, config } = kinds[kind];
const node = nodeTypes.get(box);
const defaults = Object.entries(node.fields).flatMap(([id, field]) =>
  field.default === undefined ? [] : [[id, field.default]],
);
const stored = {
  id: file,
  name: file,
  size: statSync(file).size,
  read: (start = 0) => createReadStream(file, { start }),
};
const context = {
  config: { ...Object.fromEntries(defaults), ...config, from: 'file', file },
  files: { open: async () => stored },
  ...{ parameters: {}, cursor: null, pageSize: 500, dryRun: false, signal: new AbortController().signal },
};

await tell(async () => {
  let rows = 0;
  for await (const { records } of node.behaviour.read(context))
    rows += records.filter((one) => 'value' in one).length;
  return rows;
});

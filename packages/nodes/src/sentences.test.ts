// No person may ever read a bare code: every code thrown here has its sentence.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageCodes } from '@eclusa/flow';

const CODE = /'((?:nodes|connections|vtex)\.[a-z0-9-]+)'/g;
const nodeId = /(?:id|type): '$/;

test('every code that a node or connection throws has a sentence', () => {
  const known = new Set(messageCodes());
  const missing = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.(test|testing)\.ts$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(__dirname, file), 'utf8');
      return [...text.matchAll(CODE)]
        .filter((match) => !nodeId.test(text.slice(Math.max(0, match.index - 7), match.index + 1)))
        .map((match) => match[1] as string);
    })
    .filter((code) => !known.has(code));
  expect([...new Set(missing)]).toEqual([]);
});

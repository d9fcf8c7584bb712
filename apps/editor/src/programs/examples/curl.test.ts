import { execFileSync } from 'node:child_process';
import { curlOf, startAddress, startBody } from './curl';

const url = startAddress('https://eclusa.example', 'f1');
const call = { url, key: 'eclusa_abc', waits: false };

/** What a shell hands over to the command. */
function words(command: string): string[] {
  const script = command.replace(/^curl/, `printf '%s\\0'`);
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

test('a shell hands address, key and body over as they are', () => {
  const rows = [{ name: `d'água "50%" $HOME \\ \`id\``, price: 1.5 }];
  const body = startBody(rows, 's1');
  const handed = words(curlOf({ ...call, body }));
  expect(handed.slice(0, -1)).toEqual([
    ...['--include', '--request', 'POST', 'https://eclusa.example/api/v1/flows/f1/runs'],
    ...['--header', 'Authorization: Bearer eclusa_abc', '--header', 'Content-Type: application/json'],
    '--data',
  ]);
  expect(JSON.parse(handed.at(-1) ?? '')).toEqual({ storeId: 's1', rows });
});

test('a flow that reads its rows itself is started with an empty body', () => {
  expect(startBody(undefined, null)).toEqual({});
});

test('with the wish for an answer it says so', () => {
  expect(words(curlOf({ ...call, body: {}, waits: true }))).toContain('Prefer: wait=30');
});

// Sends calls to a trigger, over connections that stay open and carry one request at a time. Its input is JSON: `url`,
// `headers`, `first` (number of the first call), `calls`, `connections`, and `rate` (calls a second) to send them at
// fixed moments, however long the answers take; without it the next one is sent when an answer has come. It prints
// JSON: `sent` (moment each call was due), `accepted`, `refused` by status, and `last` (moment of the last answer).
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { callBody } from '../parts/flows.mjs';
import { clock } from '../stack/clock.mjs';

let text = '';
for await (const piece of process.stdin) text += piece;
const { url, headers, first, calls, connections, rate } = JSON.parse(text);
const { origin, pathname: path } = new URL(url);
const pool = new Pool(origin, { connections, pipelining: 1 });
const sent = [];
const refused = {};
let next = 0;

const begun = clock();
await (rate ? steady() : Promise.all(Array.from({ length: connections }, lane)));
const last = clock();
await pool.close();
process.stdout.write(JSON.stringify({ sent, refused, accepted: calls - count(refused), begun, last }));

async function lane() {
  while (next < calls) {
    const index = next++;
    sent[index] = clock();
    await send(index);
  }
}

async function steady() {
  const open = [];
  while (next < calls) {
    const due = begun + (next * 1000) / rate;
    if (due > clock()) {
      await sleep(1);
      continue;
    }
    const index = next++;
    sent[index] = due;
    open.push(send(index));
  }
  await Promise.all(open);
}

async function send(index) {
  const body = JSON.stringify(callBody(first + index));
  const answer = await pool.request({ path, method: 'POST', headers, body });
  await answer.body.dump();
  if (answer.statusCode !== 202) refused[answer.statusCode] = (refused[answer.statusCode] ?? 0) + 1;
}

function count(counts) {
  return Object.values(counts).reduce((sum, one) => sum + one, 0);
}

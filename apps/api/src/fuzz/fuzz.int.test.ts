// Every operation of the live OpenAPI document is sent what it asks for and what nobody should send. Nothing may be
// answered 500, and whatever is refused says why. ECLUSA_FUZZ_SEED and ECLUSA_FUZZ_RUNS make other and more requests.
import { messageCodes } from '@eclusa/flow';
import fc from 'fast-check';
import { startApi, type Browser, type TestApi } from '../api.testing';
import { publishedLine } from '../flows/flows.testing';
import { hangUp, operationsOf, requestFor, send, type FuzzAnswer, type Operation } from './requests.testing';
import { bodies, documents, endRun, things } from './world.testing';
import type { Schema, World } from './values.testing';

const seed = Number(process.env.ECLUSA_FUZZ_SEED ?? 20_261_130);
const runs = Number(process.env.ECLUSA_FUZZ_RUNS ?? 20);
/** For all operations together, in ms; on a busy machine fewer requests are sent. */
const budget = process.env.ECLUSA_FUZZ_RUNS ? 200_000 : 40_000;
/** Any operation may meet these, whatever its own are. */
const always = new Set([400, 401, 403, 404, 413, 415, 429, 431]);

interface Document {
  paths: Record<string, Record<string, Schema>>;
  components: { schemas: Record<string, Schema> };
}

let api: TestApi;
let ana: Browser;
let operations: Operation[];
let world: World;
let key: Record<string, string>;

beforeAll(async () => {
  api = await startApi({ ECLUSA_ALLOW_PRIVATE_HOSTS: '' });
  ana = await api.person('Ana');
  const document = (await ana.get<Document>('/../openapi.json')).body;
  operations = operationsOf(document);
  const own = await things(ana);
  const ids = [own, await things(await api.person('Eva'))].flatMap((all) => Object.values(all).flat());
  await endRun(api.database, own['run']?.[1] ?? '');
  const flows = await documents(ana);
  world = { schemas: document.components.schemas, ids, own, documents: flows, bodies: bodies(own, flows) };
  operations.push(await hook());
  const actions = ['runs:start', 'runs:read', 'runs:control', 'flows:read'];
  const made = await ana.post<{ secret: string }>('/keys', { name: 'Fuzz', actions, perMinute: 100_000 });
  key = { authorization: `Bearer ${made.body.secret}` };
});
afterAll(async () => {
  hangUp();
  await api.close();
});

/** The address of a flow, which is in no document. */
async function hook(): Promise<Operation> {
  const box = { type: 'source.webhook', version: 1, config: { verify: 'none' } };
  const filter = { type: 'transform.filter', version: 1, config: { condition: 'true' } };
  const flow = await publishedLine(ana, box, filter);
  const { items } = (await ana.get<{ items: { address: string }[] }>(`/flows/${flow}/triggers`)).body;
  const path = new URL(items[0]?.address ?? '').pathname;
  const statuses = [200, 202, 405, 422];
  const types = ['json', 'x-www-form-urlencoded', 'xml', 'pdf'].map((type) => `application/${type}`);
  const bodies = Object.fromEntries(
    [...types, 'text/csv', 'multipart/form-data; boundary=x'].map((type) => [type, {}]),
  );
  return {
    operationId: 'takeHook',
    method: 'POST',
    path,
    parameters: [],
    bodies,
    statuses,
    keyAction: undefined,
  };
}

/** Operations that did what they are for at least once. */
const reached = new Set<string>();
const codes = new Set(messageCodes());

/** What is wrong with an answer; undefined when nothing is. */
function faultOf({ method, statuses }: Operation, answer: FuzzAnswer): string | undefined {
  const { status, headers, text } = answer;
  // Whoever asks with If-None-Match may be told that nothing has changed.
  if (status === 304 && method === 'GET') return undefined;
  if (status === 0) return 'no whole answer';
  if (status === 500) return 'a defect';
  if (!statuses.includes(status) && !always.has(status)) return 'a status that the document does not tell of';
  if (status < 400) return undefined;
  if (!headers['content-type']?.startsWith('application/problem+json')) return 'no problem document';
  const problem = JSON.parse(text) as { status: number; code: string; detail: string; requestId: string };
  if (problem.status !== status) return 'another status in the document';
  if (!codes.has(problem.code)) return `the code ${problem.code}, which has no sentence`;
  if (!problem.requestId || problem.requestId !== headers['x-request-id']) return 'no request id';
  return problem.detail.length > 3 ? undefined : 'no sentence';
}

const cut = (error: unknown): FuzzAnswer => ({ status: 0, headers: {}, text: String(error) });

/** The faults of one operation, each with the request that shows it. */
async function fuzz(operation: Operation, proof: Record<string, string>, numRuns: number): Promise<string[]> {
  const { operationId } = operation;
  const own = seed + operations.indexOf(operation);
  const requests = fc.sample(requestFor(operation, world, proof), { seed: own, numRuns });
  const until = performance.now() + budget / operations.length;
  const faults: string[] = [];
  const lane = async () => {
    while (performance.now() < until) {
      const request = requests.pop();
      if (!request) return;
      const answer = await send(api.url, request).catch(cut);
      if (answer.status >= 200 && answer.status < 300) reached.add(operationId);
      const fault = faultOf(operation, answer);
      const shown = JSON.stringify(request).slice(0, 1_500);
      if (fault)
        faults.push(`${operationId}: ${fault}: ${answer.status} ${answer.text.slice(0, 300)}\n  ${shown}`);
    }
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  return faults.slice(0, 2);
}

test('whatever an operation is sent, it answers no 500, and a refusal is a problem document', async () => {
  const session = { cookie: ana.cookie, 'x-eclusa-csrf': '1' };
  const faults: string[] = [];
  for (const operation of operations) {
    faults.push(...(await fuzz(operation, session, runs)));
    faults.push(...(await fuzz(operation, key, operation.keyAction ? Math.ceil(runs / 2) : 3)));
  }
  expect(operations.length).toBeGreaterThan(90);
  // Most must have been understood, too: refusing everything proves nothing.
  if (process.env.ECLUSA_FUZZ_RUNS === undefined) expect(reached.size).toBeGreaterThan(operations.length / 2);
  if (faults.length > 0) throw new Error(`ECLUSA_FUZZ_SEED=${seed}\n${faults.join('\n')}`);
});

import { memoryLimiter, withRetry } from '@eclusa/engine';
import { RemoteError, type Connection, type Json } from '@eclusa/flow';
import { serve, type LocalServer } from '../harness.testing';
import { guardedFetch } from '../net/guarded-fetch';
import { readText } from '../net/body';
import { networkError, statusError } from '../net/remote-faults';
import { openService } from '../soap-service/soap-service';
import { callHttp } from './http-call';
import { httpRequest } from './http-request';

const never = new AbortController().signal;
const connectionTo = (erp: LocalServer, values: Record<string, Json>): Connection => ({
  id: 'erp',
  kind: 'http',
  values: { baseUrl: erp.url, ...values },
});
const policy = { maxAttempts: 20, maxAge: 600_000, baseDelay: 5, maxDelay: 20 };

/** Asks as a box does: until there is an answer, or the policy or the connection's limits are spent. */
function asker(erp: LocalServer, values: Record<string, Json>) {
  const connection = connectionTo(erp, values);
  const tools = {
    fetch: guardedFetch({ allow: [erp.host] }),
    now: () => new Date(),
    limiter: memoryLimiter(),
  };
  const waits: number[] = [];
  const clock = {
    now: tools.now,
    sleep: async (ms: number) => void waits.push(ms),
  };
  const ask = () =>
    withRetry({ policy, clock, random: () => 1, signal: never }, async () => {
      const request = httpRequest(connection, { method: 'GET', path: '/' });
      try {
        const answer = await callHttp(connection, request, tools, never);
        const text = await readText(answer, { maxBytes: 1e6, idleMs: 1000 });
        if (!answer.ok) throw statusError(answer, text, request.shown, tools.now());
        return text;
      } catch (error) {
        throw networkError(error, request.shown, never);
      }
    });
  return { ask, waits };
}

test('a system that is overloaded is asked as often as the connection says, and after as long as it asks for', async () => {
  let status = 429;
  const erp = await serve((_request, response) => {
    response.writeHead(status, status === 200 ? {} : { 'retry-after': '2' }).end('{}');
    if (erp.requests.length === 2) status = 503;
  });
  const { ask, waits } = asker(erp, { tries: 3, longestWaitSeconds: 5 });
  await expect(ask()).rejects.toMatchObject({ response: { status: 503 } });
  expect([erp.requests.length, waits]).toEqual([3, [2000, 2000]]);
  status = 200;
  expect(await ask()).toBe('{}');
  await erp.close();
});

test('a system that asks for a longer wait than the connection allows is not asked again, and holds nobody up', async () => {
  const erp = await serve((_request, response) => {
    const isFirst = erp.requests.length === 1;
    response.writeHead(isFirst ? 429 : 200, isFirst ? { 'retry-after': '3600' } : {}).end('{}');
  });
  const { ask, waits } = asker(erp, { longestWaitSeconds: 1, callsPerSecond: 100 });
  await expect(ask()).rejects.toMatchObject({ response: { status: 429 } });
  expect([erp.requests.length, waits]).toEqual([1, []]);
  const begun = Date.now();
  expect(await ask()).toBe('{}');
  expect(Date.now() - begun).toBeLessThan(2500);
  await erp.close();
});

test('a system that is silent or breaks off is asked no more often either', async () => {
  const erp = await serve((_request, response) => {
    if (erp.requests.length % 2 === 1) return void response.socket?.destroy();
    response.writeHead(200, { 'content-length': '100' });
    response.write('{');
    setTimeout(() => response.socket?.destroy(), 5);
  });
  const { ask } = asker(erp, { tries: 2 });
  const error = await ask().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RemoteError);
  expect([erp.requests.length, (error as RemoteError).limits]).toEqual([2, { tries: 2 }]);
  await erp.close();
});

test('no more calls are under way than the connection allows, and each until its answer is read', async () => {
  let [open, most] = [0, 0];
  const erp = await serve((_request, response) => {
    most = Math.max(most, ++open);
    response.write('[1');
    setTimeout(() => {
      open--;
      response.end(']');
    }, 20);
  });
  const { ask } = asker(erp, { callsAtOnce: 2 });
  expect(await Promise.all(Array.from({ length: 8 }, ask))).toEqual(Array(8).fill('[1]'));
  expect(most).toBe(2);
  await erp.close();
});

test('an answer that is given up and a call that fails make room for the next', async () => {
  const erp = await serve((request, response) => {
    if (request.url === '/broken') return void response.socket?.destroy();
    if (request.url === '/empty') return void response.writeHead(204).end();
    response.write('[');
  });
  const connection = connectionTo(erp, { callsAtOnce: 1 });
  const tools = {
    fetch: guardedFetch({ allow: [erp.host] }),
    now: () => new Date(),
    limiter: memoryLimiter(),
  };
  const call = (path: string, signal = never) =>
    callHttp(connection, httpRequest(connection, { method: 'GET', path }), tools, signal);
  const first = await call('/endless');
  await expect(call('/endless', AbortSignal.timeout(50))).rejects.toMatchObject({ name: 'TimeoutError' });
  // A file that is read slowly, by rows that ask the same system, must not wait for itself.
  const begun = Date.now();
  const beside = await call('/endless', AbortSignal.timeout(10_000));
  expect(Date.now() - begun).toBeGreaterThan(1000);
  await beside.body?.cancel();
  await first.body?.cancel();
  await expect(call('/broken')).rejects.toThrow();
  expect((await call('/empty')).status).toBe(204);
  const last = await call('/endless');
  expect(last.status).toBe(200);
  await last.body?.cancel();
  await erp.close();
});

test('a SOAP service is asked within the limits of its connection too', async () => {
  const erp = await serve((_request, response) => void response.writeHead(503).end('busy'));
  const connection = { id: 's', kind: 'soap', values: { wsdl: `${erp.url}/erp?wsdl`, tries: 4 } };
  const tools = {
    ...{ fetch: guardedFetch({ allow: [erp.host] }), signal: never, now: () => new Date() },
    ...{ dryRun: false, reads: true },
  };
  await expect(openService(connection, tools)).rejects.toMatchObject({ limits: { tries: 4 } });
  await erp.close();
});

// Talks to the api as a person's browser does: signs in, sets the flow up, starts runs. Reads no answer twice and
// repeats no request.
import { csv, flow } from './flow.mjs';

const patienceMs = 15_000;

/** The person whose workspace the suite uses; `seed.js` makes them. */
export const person = { email: 'crash@eclusa.local', password: 'only-on-this-machine-7' };

/** Signed in at `base`; the session is good at every api process. */
export async function signIn(base) {
  const answer = await fetch(`${base}/api/auth/sign-in`, options('POST', person));
  if (!answer.ok) throw new Error(`sign-in was answered ${answer.status}: ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return { cookie };
}

/** Uploads the file, makes connection and flow, binds and publishes. Answers the flow's id. */
export async function setUp(base, session, targetUrl) {
  const call = (method, route, body) => request(base, session, method, route, body);
  const file = await call('POST', '/files?name=rows.csv', Buffer.from(csv()));
  const connection = await call('POST', '/connections', {
    kind: 'vtex',
    name: 'Target',
    settings: {
      account: 'lojacrash',
      appKey: 'vtexappkey-lojacrash-BENCH',
      mainBaseUrl: targetUrl,
      otherCallsPerSecond: 10_000,
    },
    secrets: { appToken: 'bench' },
  });
  const { id, revision } = await call('POST', '/flows', { name: 'Crash suite', document: flow(file.id) });
  await call('PUT', `/flows/${id}/binding`, { slots: { store: connection.id }, parameters: {} });
  await call('POST', `/flows/${id}/publish`, { revision });
  return id;
}

/** Asks for one run. Answers the status, or why there was none: then the run may exist or not. */
export async function startRun(base, session, flowId, tag) {
  try {
    const init = options('POST', { parameters: { tag } }, session);
    const answer = await fetch(`${base}/api/flows/${flowId}/runs`, init);
    const body = await answer.json();
    return { status: answer.status, runId: answer.status === 202 ? body.id : undefined };
  } catch (error) {
    return { status: 0, reason: error.cause?.code ?? error.name };
  }
}

async function request(base, session, method, route, body) {
  const answer = await fetch(`${base}/api${route}`, options(method, body, session));
  if (answer.ok) return answer.json();
  throw new Error(`${method} ${route} was answered ${answer.status}: ${await answer.text()}`);
}

function options(method, body, session) {
  const isBytes = Buffer.isBuffer(body);
  return {
    method,
    headers: {
      'content-type': isBytes ? 'application/octet-stream' : 'application/json',
      'x-eclusa-csrf': '1',
      ...(session && { cookie: session.cookie }),
    },
    body: isBytes ? body : JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMs),
  };
}

// Talks to the api as a person's browser does. Reads no answer twice and repeats no request.

const patienceMs = 15_000;

/** The person whose workspace the suites use; `seed.js` makes them. */
export const person = { email: 'bench@eclusa.local', password: 'only-on-this-machine-7' };

/** Signed in at `base`; the session is good at every api process. */
export async function signIn(base) {
  const answer = await fetch(`${base}/api/v1/auth/sign-in`, requestOptions('POST', person));
  if (!answer.ok) throw new Error(`sign-in was answered ${answer.status}: ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return { cookie };
}

/** A function that calls the api at `base` as this person, and throws for anything but a good answer. */
export function caller(base, session) {
  return async (method, route, body) => {
    const answer = await fetch(`${base}/api/v1${route}`, requestOptions(method, body, session));
    if (answer.ok) return answer.json();
    throw new Error(`${method} ${route} was answered ${answer.status}: ${await answer.text()}`);
  };
}

/** Makes a connection to a VTEX target that holds nobody back. Answers its id. */
export async function connectTarget(call, account, url) {
  const { id } = await call('POST', '/connections', {
    kind: 'vtex',
    name: account,
    settings: {
      account,
      appKey: `vtexappkey-${account}-BENCH`,
      mainBaseUrl: url,
      pricingWritesPerSecond: 10_000,
      otherCallsPerSecond: 10_000,
    },
    secrets: { appToken: 'bench' },
  });
  return id;
}

/** Makes, binds and publishes a flow. Answers its id. */
export async function publishFlow(call, document, slots) {
  const { id, revision } = await call('POST', '/flows', { name: document.name, document });
  await call('PUT', `/flows/${id}/binding`, { slots, parameters: {} });
  await call('POST', `/flows/${id}/publish`, { revision });
  return id;
}

/** What `fetch` needs for a request of this person; a `Buffer` goes as it is, anything else as JSON. */
export function requestOptions(method, body, session) {
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

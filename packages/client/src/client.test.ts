import { ApiProblem, createClient, dataOf, uploadFile } from './index';

const problem = {
  type: 'urn:eclusa:problem:api.flow-changed',
  title: 'Conflict',
  status: 409,
  code: 'api.flow-changed',
  detail: 'Ana saved it in the meantime.',
  values: {},
  revision: 4,
};

/** A client over a fetch that answers `response` and remembers what was asked. */
function clientOver(response: () => Response | Promise<Response>) {
  const asked: Request[] = [];
  const fetch = async (request: Request) => {
    asked.push(request);
    return response();
  };
  const client = createClient({
    baseUrl: 'http://eclusa.test/api',
    fetch,
    headers: () => ({ 'accept-language': 'pt' }),
  });
  return { client, asked };
}

const json = (body: unknown, status = 200, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });

test('answers are typed data', async () => {
  const { client, asked } = clientOver(() => json({ items: [{ id: '1', name: 'Prices' }] }));
  const { items } = await dataOf(client.GET('/flows', { params: { query: { limit: 5 } } }));
  expect(items.map((flow) => flow.name)).toEqual(['Prices']);
  expect(asked[0]?.url).toBe('http://eclusa.test/api/flows?limit=5');
  expect(asked[0]?.headers.get('accept-language')).toBe('pt');
  expect(asked[0]?.headers.has('x-eclusa-csrf')).toBe(false);
});

test('changes carry the header a browser cannot send from another site', async () => {
  const { client, asked } = clientOver(() => new Response(null, { status: 204 }));
  await client.DELETE('/flows/{id}', { params: { path: { id: 'f' } } });
  expect(asked[0]?.headers.get('x-eclusa-csrf')).toBe('1');
});

test('a refused request throws its problem', async () => {
  const { client } = clientOver(() => json(problem, 409, 'application/problem+json'));
  const failure = await dataOf(client.GET('/flows')).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ApiProblem);
  expect(failure).toMatchObject({
    ...{ status: 409, code: 'api.flow-changed', message: problem.detail },
    body: { revision: 4 },
  });
  expect((failure as ApiProblem).is('api.flow-changed')).toBe(true);
});

test.each([['<html>Bad gateway</html>'], ['{"message":"no"}'], ['null'], ['']])(
  'a failed answer that is no problem (%s) still throws one',
  async (body) => {
    const { client } = clientOver(() => new Response(body, { status: 502, statusText: 'Bad Gateway' }));
    await expect(client.GET('/flows')).rejects.toMatchObject({ status: 502, code: 'client.no-problem' });
  },
);

test('no answer is a problem too, and giving up is not', async () => {
  const away = clientOver(() => Promise.reject(new TypeError('fetch failed')));
  await expect(away.client.GET('/flows')).rejects.toMatchObject({ status: 0, code: 'client.unreachable' });
  const leaving = new DOMException('gone', 'AbortError');
  const left = clientOver(() => Promise.reject(leaving));
  await expect(left.client.GET('/flows')).rejects.toBe(leaving);
});

test('a file is sent as it is', async () => {
  const stored = { id: 'f', name: 'a.csv', size: 3 };
  const { client, asked } = clientOver(() => json(stored, 201));
  expect(await uploadFile(client, 'a.csv', new Blob(['a;b']))).toEqual(stored);
  const [request] = asked;
  expect(request?.headers.get('content-type')).toBe('application/octet-stream');
  expect(await request?.text()).toBe('a;b');
  expect(new URL(request?.url ?? '').search).toBe('?name=a.csv');
});

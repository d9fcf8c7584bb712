import { Logger, type ArgumentsHost } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { Bug, RemoteError, UserError } from '@eclusa/flow';
import { ProblemFilter } from './problem.filter';
import { faulty, Refusal } from './refusal';

const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
beforeEach(() => logged.mockClear());

/** What the filter answers to `error`, asked in `language`. */
function answerTo(error: unknown, language = 'en') {
  const headers: Record<string, unknown> = { 'x-request-id': 'req-1' };
  let status = 0;
  let body = '';
  const response = {
    headersSent: false,
    getHeader: (name: string) => headers[name],
    setHeader: (name: string, value: unknown) => (headers[name] = value),
    status: (code: number) => ((status = code), response),
    type: (type: string) => ((headers['content-type'] = type), response),
    send: (text: string) => (body = text),
  };
  const request = { method: 'POST', path: '/api/v1/flows', headers: { 'accept-language': language } };
  const http = { getRequest: () => request, getResponse: () => response };
  new ProblemFilter().catch(error, { switchToHttp: () => http } as unknown as ArgumentsHost);
  return { status, headers, text: body, body: JSON.parse(body) as Record<string, unknown> };
}

test.each([
  new Error('password=hunter2 at db.ts:7'),
  new Bug('bug.strange', { values: { key: 'hunter2' } }),
  'hunter2',
  null,
])('a defect shows its request id and nothing else: %p', (error) => {
  const { status, body, text } = answerTo(error);
  expect([status, body.code, body.requestId]).toEqual([500, 'bug.unexpected', 'req-1']);
  expect(body.detail).toContain('req-1');
  expect(text).not.toMatch(/hunter2|stack|db\.ts/);
  // The logger adds the id of the request to every line.
  expect(logged).toHaveBeenCalledWith(
    expect.stringContaining('POST /api/v1/flows'),
    error instanceof Error ? expect.any(String) : undefined,
  );
});

test('what the person can mend keeps its code, values and language', () => {
  const { status, body, headers } = answerTo(
    new Refusal(409, 'api.flow-has-open-runs', { name: 'Preços', runs: 2 }),
    'pt-BR',
  );
  expect(status).toBe(409);
  expect(headers['content-type']).toBe('application/problem+json');
  expect(body).toMatchObject({
    type: 'urn:eclusa:problem:api.flow-has-open-runs',
    title: 'Conflict',
    values: { name: 'Preços', runs: 2 },
    detail: expect.stringContaining('O fluxo "Preços" tem 2 execuções'),
  });
  expect(logged).not.toHaveBeenCalled();
});

test('faults of a form each get a sentence', () => {
  const { body } = answerTo(
    faulty(400, 'api.request-invalid', [{ path: 'name', code: 'api.field-missing' }]),
    'es',
  );
  expect(body.fields).toEqual([
    { path: 'name', code: 'api.field-missing', detail: 'Falta "name". Complételo.' },
  ]);
});

test('errors from elsewhere keep their code, with the status of their kind', () => {
  expect(answerTo(new UserError('engine.node-missing', { values: { node: 'a' } })).status).toBe(422);
  expect(answerTo(new UserError('db.file-missing', { values: { id: 'a' } })).status).toBe(404);
  const remote = answerTo(new RemoteError('vtex.network', { retryable: true }));
  expect([remote.status, remote.body.code]).toEqual([502, 'vtex.network']);
});

test('a database that is away is no defect: 503, when to try again, and nothing of the address', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:5432'), { code: 'ECONNREFUSED' });
  const crashed = new QueryFailedError(
    'INSERT INTO run',
    [],
    new Error('Connection terminated unexpectedly'),
  );
  for (const error of [refused, crashed]) {
    const { status, headers, body, text } = answerTo(error);
    expect([status, body.code, headers['retry-after']]).toEqual([503, 'api.database-away', '5']);
    expect(text).not.toMatch(/10\.0\.0\.7|INSERT/);
  }
});

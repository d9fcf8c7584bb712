// How the OData service of the tests takes `$batch`: it takes the request apart by its own reading of the standards, answers
// each call as if it had come alone, and puts the answers together.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JsonObject } from '@eclusa/flow';

type Request = Pick<IncomingMessage, 'method' | 'url' | 'headers'> & { body: string };
type Answer = (request: Request, response: ServerResponse) => void;

/** An answer that is kept instead of being sent. */
class Kept {
  statusCode = 200;
  body = '';
  isDropped = false;
  readonly headers: Record<string, string> = {};

  setHeader(name: string, value: string): this {
    this.headers[name] = value;
    return this;
  }

  writeHead(status: number, headers: Record<string, string> = {}): this {
    this.statusCode = status;
    Object.assign(this.headers, headers);
    return this;
  }

  end(body = ''): this {
    this.body = body;
    return this;
  }

  destroy(): void {
    this.isDropped = true;
  }
}

export interface BatchOptions {
  /** Stops behind the first call that fails, even if asked to go on. */
  stops?: boolean;
  /** Takes multipart only. */
  noJson?: boolean;
}

/** Answers a request to `$batch`. A call whose answer is to be lost takes the whole answer with it. */
export function answerBatch(
  request: Request,
  response: ServerResponse,
  answer: Answer,
  { stops, noJson }: BatchOptions,
): void {
  const type = request.headers['content-type'] ?? '';
  const isJson = type.startsWith('application/json');
  if (isJson && noJson) return void response.writeHead(415).end();
  const asked = isJson ? jsonCalls(request.body) : multipartCalls(request.body, boundaryOf(type));
  const answers: [string, Kept][] = [];
  for (const [id, call] of asked) {
    const kept = new Kept();
    answer(call, kept as unknown as ServerResponse);
    if (kept.isDropped) return void response.destroy();
    answers.push([id, kept]);
    const goesOn = String(request.headers['prefer']).includes('continue-on-error');
    if (kept.statusCode >= 400 && (stops || !goesOn)) break;
  }
  if (isJson) return sendJson(response, answers);
  sendMultipart(response, answers);
}

function jsonCalls(text: string): [string, Request][] {
  const { requests } = JSON.parse(text) as { requests: JsonObject[] };
  return requests.map(({ id, method, url, headers, body }) => [
    String(id as string),
    {
      method: String(method as string),
      url: `/odata/${String(url as string)}`,
      headers: headers as Record<string, string>,
      body: body === undefined ? '' : JSON.stringify(body),
    },
  ]);
}

function sendJson(response: ServerResponse, answers: [string, Kept][]): void {
  // In any order: the ids tell.
  const responses = answers.reverse().map(([id, { statusCode, headers, body }]) => ({
    ...{ id, status: statusCode, headers },
    ...(body !== '' && { body: JSON.parse(body) as JsonObject }),
  }));
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ responses }));
}

const boundaryOf = (type: string) => /boundary=(\S+)/.exec(type)?.[1] ?? '';

function multipartCalls(text: string, boundary: string): [string, Request][] {
  const parts = text.split(`--${boundary}`).slice(1, -1);
  return parts.flatMap((one): [string, Request][] => {
    const inner = /^\s*Content-Type: multipart\/mixed; boundary=(\S+)/i.exec(one)?.[1];
    if (inner !== undefined) return multipartCalls(one, inner).map(([, call]) => ['set', call]);
    const content = one.split('\r\n\r\n').slice(1).join('\r\n\r\n');
    const [head = '', ...body] = content.split('\r\n\r\n');
    const [line = '', ...lines] = head.split('\r\n');
    const [method = '', path = ''] = line.split(' ');
    const headers = Object.fromEntries(lines.map((header) => header.split(': ') as [string, string]));
    const text = body.join('\r\n\r\n').replace(/\r\n$/, '');
    if (Number(headers['content-length'] ?? 0) !== Buffer.byteLength(text))
      throw new Error(`length of ${text}`);
    return [['', { method, url: `/odata/${path}`, headers, body: text }]];
  });
}

function sendMultipart(response: ServerResponse, answers: [string, Kept][]): void {
  const parts = answers.map(([id, { statusCode, headers, body }], at) => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    const http = [`HTTP/1.1 ${statusCode} X`, ...lines, '', body].join('\r\n');
    const part = ['Content-Type: application/http', 'Content-Transfer-Encoding: binary', '', http, ''].join(
      '\r\n',
    );
    if (id !== 'set' || statusCode >= 400) return `--answers\r\n${part}`;
    const inner = `set${at}`;
    const set = `--${inner}\r\n${part}--${inner}--\r\n`;
    return `--answers\r\nContent-Type: multipart/mixed; boundary=${inner}\r\n\r\n${set}`;
  });
  response
    .writeHead(202, { 'content-type': 'multipart/mixed; boundary=answers' })
    .end(`${parts.join('')}--answers--\r\n`);
}

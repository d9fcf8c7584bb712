// Calls and answers within one request of `$batch`: as multipart, which every version knows, and as JSON, which version 4 has.
// Pure. No change sets of more than one call: each call succeeds or fails alone.
import { isJsonObject, type Json } from '@eclusa/flow';
import { parseJson } from '../net/body';
import type { OdataVersion } from './metadata';
import type { OdataCall } from './service';

/** What became of one call; null where the service answered nothing for it. */
export type PartAnswer = { status: number; headers: Headers; body: Json } | null;

export interface BatchBody {
  type: string;
  text: string;
}

const LINE = '\r\n';

/** Versions before 4 take writes within change sets only, so each is one of its own. */
export function multipartOf(calls: readonly OdataCall[], version: OdataVersion, boundary: string): BatchBody {
  const parts = calls.map((call, at) => {
    const http = httpText(call);
    if (version === 4 || call.method === 'GET') return part(boundary, 'application/http', http);
    // Not with the outer one as its beginning: some services look no further.
    const inner = `set_${at}_${boundary}`;
    const set = part(inner, 'application/http', http) + `--${inner}--${LINE}`;
    return `--${boundary}${LINE}Content-Type: multipart/mixed; boundary=${inner}${LINE}${LINE}${set}`;
  });
  return { type: `multipart/mixed; boundary=${boundary}`, text: `${parts.join('')}--${boundary}--${LINE}` };
}

function part(boundary: string, type: string, content: string): string {
  const head = [`Content-Type: ${type}`, 'Content-Transfer-Encoding: binary'].join(LINE);
  return `--${boundary}${LINE}${head}${LINE}${LINE}${content}${LINE}`;
}

function httpText({ method, path, headers = {}, body }: OdataCall): string {
  const content = body === undefined ? '' : JSON.stringify(body);
  const all: Record<string, string> = {
    accept: 'application/json',
    ...headers,
    ...(body !== undefined && {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(content)),
    }),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${path} HTTP/1.1`, ...lines, '', content].join(LINE);
}

/** The answers in the order of the calls. Undefined where the text is no answer to a batch. */
export function multipartAnswers(text: string, type: string | null, calls: number): PartAnswer[] | undefined {
  const boundary = boundaryOf(type);
  if (boundary === undefined) return undefined;
  const found = partsOf(text, boundary).map(answerIn);
  return Array.from({ length: calls }, (_, at) => found[at] ?? null);
}

function boundaryOf(type: string | null): string | undefined {
  return /boundary="?([^";]+)"?/i.exec(type ?? '')?.[1];
}

/** What stands between lines that begin with the boundary. A body may hold the same words within a line. */
function partsOf(text: string, boundary: string): string[] {
  const escaped = boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const line = new RegExp(`(?:^|\\r?\\n)--${escaped}(--)?[ \\t]*(?=\\r?\\n|$)`);
  const [, ...rest] = text.split(line);
  // Between the parts the split leaves what ended the boundary: two strokes behind the last.
  return rest
    .filter((_, at) => at % 2 === 1 && rest[at - 1] === undefined)
    .map((one) => one.replace(/^\r?\n/, ''));
}

/** A change set of one call answers a multipart of one part, or, where it failed, the part itself. */
function answerIn(text: string): PartAnswer {
  const [head, content] = halves(text);
  const inner = boundaryOf(head.get('content-type'));
  if (inner !== undefined) return partsOf(content, inner).map(answerIn)[0] ?? null;
  const [, code, rest = ''] = /^\s*HTTP\/\d\.\d (\d{3})[^\n]*\n?([\s\S]*)$/.exec(content) ?? [];
  if (code === undefined) return null;
  const [headers, body] = halves(rest);
  const parsed = parseJson(body.trim());
  return { status: Number(code), headers, body: 'value' in parsed ? parsed.value : body.trim() || null };
}

/** Headers, and what comes behind the empty line. */
function halves(text: string): [Headers, string] {
  const [, head = text, rest = ''] = /^([\s\S]*?)(?:\r?\n){2}([\s\S]*)$/.exec(text) ?? [];
  const headers = new Headers();
  for (const line of head.split(/\r?\n/)) {
    const [, name, value = ''] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined) headers.append(name, value);
  }
  return [headers, rest];
}

/** As version 4 takes them in JSON. */
export function jsonOf(calls: readonly OdataCall[]): Json {
  const requests = calls.map(({ method, path, headers = {}, body }, at) => ({
    id: String(at + 1),
    method,
    url: path,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body }),
  }));
  return { requests };
}

/** By the ids of the calls. Undefined where it is no answer to a batch. */
export function jsonAnswers(body: Json, calls: number): PartAnswer[] | undefined {
  const responses = isJsonObject(body) ? body['responses'] : undefined;
  if (!Array.isArray(responses)) return undefined;
  const byId = new Map(responses.filter(isJsonObject).map((one) => [String(one['id'] as string), one]));
  return Array.from({ length: calls }, (_, at) => {
    const found = byId.get(String(at + 1));
    if (!found) return null;
    const headers = new Headers(
      Object.entries(isJsonObject(found['headers']) ? found['headers'] : {}).map(
        ([name, value]): [string, string] => [name, String(value as string)],
      ),
    );
    return { status: Number(found['status']), headers, body: found['body'] ?? null };
  });
}

// What was seen on the wire of an example, held against VTEX's own documents.
import { isJsonObject, type Json, type NodeType } from '@eclusa/flow';
import { undocumented, wireExceptions } from './contract-exceptions.testing';
import { faultsIn, operations } from './contract.testing';

/** A request as the sandbox's journal has it. */
export interface SeenRequest {
  method: string;
  /** Path with query. */
  url: string;
  request?: unknown;
}

/** What of the requests that a box's example made VTEX's documents do not describe; what is known of stays out. */
export function exampleFaults(node: NodeType, seen: readonly SeenRequest[]): string[] {
  const excused = wireExceptions[node.id] ?? [];
  return seen
    .flatMap(({ method, url, request }) => wireFaults(node, `${method} ${url}`, request as Json | undefined))
    .filter((one) => !excused.some((text) => one.includes(text)));
}

/** What is wrong with one request that was seen on the wire. */
function wireFaults(node: NodeType, seen: string, body: Json | undefined): string[] {
  const [method = '', address = ''] = seen.split(' ');
  const url = new URL(address, 'http://store');
  const request = (node.requests ?? []).find((one) => isRequest(one, method, url.pathname));
  if (!request) return [`${method} ${url.pathname}: not among its requests`];
  if (Object.hasOwn(undocumented, request)) return [];
  const all = operations(request);
  const unknown = [...url.searchParams.keys()].filter(
    (name) => !all.some(({ parameters }) => parameters.get(name)?.in === 'query'),
  );
  const asked = unknown.map((name) => `${request} ?${name}: unknown`);
  if (body === undefined || (isJsonObject(body) && Object.keys(body).length === 0)) return asked;
  const withBody = all.flatMap((one) => (one.body ? [{ body: one.body, document: one.document }] : []));
  const found = withBody.map((one) => faultsIn(body, [one.body], one.document));
  const best = found.sort((a, b) => a.length - b.length)[0] ?? ['a body where none is described'];
  return [...asked, ...best.map((fault) => `${request} ${fault}`)];
}

function isRequest(request: string, method: string, pathname: string): boolean {
  const [ownMethod = '', template = ''] = request.split(' ');
  if (ownMethod !== method) return false;
  const literal = (text: string) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  const pattern = template
    .split(/\{[^}]*\}/)
    .map(literal)
    .join('[^/]+');
  return new RegExp(`(^|/)${pattern.replace(/^\//, '')}/?$`, 'i').test(pathname);
}

// Every typed box against VTEX's own documents: operations, parameters, body fields and their types.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isJsonObject, type Json, type MappingTarget, type NodeType } from '@eclusa/flow';
import { nodeTypes } from '../index';
import { namesOfOurs, typesThatDiffer, undocumented, wireExceptions } from './contract-exceptions.testing';
import { faultsIn, routeOf, shapeOf, vtexDocuments, type Operation } from './contract.testing';
import { runVtexExample } from './examples.testing';

const documentsAreThere = existsSync(path.resolve(__dirname, '../../../../../shared/vtex/openapi'));
const when = documentsAreThere ? describe : describe.skip;

const nodes = [...nodeTypes.values()].filter(
  ({ group, area, requests }) => group === 'vtex' && area !== 'soap' && (requests?.length ?? 0) > 0,
);
const named = nodes.map((node) => [node.id, node] as const);

/** What VTEX's documents say of a request: several where two documents have it. */
function operations(request: string): Operation[] {
  return vtexDocuments().byRoute.get(routeOf(request)) ?? [];
}

function targetsOf(node: NodeType): readonly MappingTarget[] {
  const field = node.fields['mapping'];
  return field?.kind === 'mapping' ? (field.targets ?? []) : [];
}

/**
 * The JSON types under which a name stands in an operation, at any depth of its body; undefined when it does not. In an
 * address everything is a text: no types.
 */
function typesOf(name: string, operation: Operation): Set<string> | undefined {
  if (operation.parameters.has(name)) return new Set();
  return operation.body && memberTypes(name, operation.body, operation, 0);
}

function memberTypes(
  name: string,
  schema: Parameters<typeof shapeOf>[0],
  operation: Operation,
  depth: number,
): Set<string> | undefined {
  if (depth > 5) return undefined;
  const { members, items } = shapeOf(schema, operation.document);
  const own = members.get(name);
  if (own) return new Set(own.flatMap((one) => [...shapeOf(one, operation.document).types]));
  for (const inner of [...items, ...[...members.values()].flat()]) {
    const found = memberTypes(name, inner, operation, depth + 1);
    if (found) return found;
  }
  return undefined;
}

const jsonTypes: Record<MappingTarget['type'], readonly string[]> = {
  text: ['string'],
  number: ['number', 'integer'],
  integer: ['integer', 'number'],
  boolean: ['boolean'],
  date: ['string'],
  list: ['array'],
  object: ['object'],
  any: [],
};

when('VTEX’s documents', () => {
  test.each(named)('%s: every request it may make is in them, its places named as there', (id, node) => {
    const unknown = (node.requests ?? []).filter((request) => {
      if (Object.hasOwn(undocumented, request)) return false;
      return !operations(request).some((one) => one.request.toLowerCase() === request.toLowerCase());
    });
    expect({ id, unknown }).toEqual({ id, unknown: [] });
  });

  test.each(named)('%s: every value it takes is known there, under its type', (id, node) => {
    const all = (node.requests ?? []).flatMap(operations);
    const isFree = (node.requests ?? []).some((request) => Object.hasOwn(undocumented, request));
    const faults = targetsOf(node).flatMap((target) => {
      if (isFree || namesOfOurs[id]?.includes(target.id)) return [];
      const found = all.flatMap((operation) => typesOf(target.id, operation) ?? []);
      if (found.length === 0) return [`${target.id}: unknown`];
      const types = new Set(found.flatMap((one) => [...one]));
      const fits =
        found.some((one) => one.size === 0) || jsonTypes[target.type].some((type) => types.has(type));
      const isKnown = typesThatDiffer[id]?.includes(target.id) ?? target.type === 'any';
      return fits || isKnown ? [] : [`${target.id}: ${target.type}, not ${[...types].join(' or ')}`];
    });
    expect({ id, faults }).toEqual({ id, faults: [] });
  });

  test.each(named)('%s: what its example sends is what they describe', async (id, node) => {
    const faults: string[] = [];
    await runVtexExample(node, (sandbox) => {
      for (const { method, url, request } of sandbox.journal.recent()) {
        faults.push(...wireFaults(node, `${method} ${url}`, request as Json | undefined));
      }
    });
    const excused = wireExceptions[id] ?? [];
    expect({ id, faults: faults.filter((one) => !excused.some((text) => one.includes(text))) }).toEqual({
      id,
      faults: [],
    });
  });

  test('the exceptions name boxes and requests that are there', () => {
    const ids = new Set(nodes.map(({ id }) => id));
    const lists = [namesOfOurs, typesThatDiffer, wireExceptions];
    expect(lists.flatMap(Object.keys).filter((id) => !ids.has(id))).toEqual([]);
    const made = new Set(nodes.flatMap(({ requests = [] }) => requests));
    expect(Object.keys(undocumented).filter((request) => !made.has(request))).toEqual([]);
  });

  test('the share of typed operations by module is reported', () => {
    const report = coverage();
    expect(report.length).toBeGreaterThan(10);
    const folder = path.resolve(__dirname, '../../test-results');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'vtex-coverage.txt'), `${report.join('\n')}\n`);
  });
});

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

/** One line per module: how many of VTEX's operations a typed box makes. */
function coverage(): string[] {
  const made = new Set(nodes.flatMap(({ requests = [] }) => requests.map(routeOf)));
  const modules = new Map<string, { typed: number; all: number }>();
  for (const { module, request } of vtexDocuments().all) {
    const line = modules.get(module) ?? { typed: 0, all: 0 };
    modules.set(module, {
      typed: line.typed + Number(made.has(routeOf(request))),
      all: line.all + 1,
    });
  }
  const lines = [...modules].sort(([a], [b]) => (a < b ? -1 : 1));
  const sum = lines.reduce(
    (total, [, line]) => ({ typed: total.typed + line.typed, all: total.all + line.all }),
    {
      typed: 0,
      all: 0,
    },
  );
  return [...lines, ['all', sum] as const].map(
    ([module, { typed, all }]) => `${module.padEnd(30)} ${String(typed).padStart(4)} of ${all}`,
  );
}

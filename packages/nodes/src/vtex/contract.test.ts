// Every typed box against VTEX's own documents: operations, parameters, body fields and their types.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { MappingTarget, NodeType } from '@eclusa/flow';
import { nodeTypes } from '../index';
import { namesOfOurs, typesThatDiffer, undocumented, wireExceptions } from './contract-exceptions.testing';
import {
  documentsAreThere,
  isDocumented,
  operations,
  routeOf,
  shapeOf,
  vtexDocuments,
  type Operation,
} from './contract.testing';

const when = documentsAreThere ? describe : describe.skip;

const nodes = [...nodeTypes.values()].filter(isDocumented);
const named = nodes.map((node) => [node.id, node] as const);

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

// Every promise the catalogue makes, checked for every node and connection kind that is found.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  compilePlan,
  memoryLimiter,
  memoryLocks,
  memoryChanges,
  memoryReferences,
  memoryScratch,
  systemClock,
  testNode,
  type Host,
} from '@eclusa/engine';
import {
  checkFields,
  describeNode,
  emptyFlow,
  isJsonObject,
  locales,
  outputPorts,
  validateFlow,
  type Fields,
  type FlowDocument,
  type NodeType,
  type Row,
} from '@eclusa/flow';
import { memoryFiles, type ExampleSetup } from './harness.testing';
import { catalogue, connectionKinds, nodeTypes, suggestionLists } from './index';
import { guardedFetch } from './net/guarded-fetch';
import { guardedReach } from './net/reach';
import { documentsAreThere, isDocumented } from './vtex/contract.testing';
import { runVtexExample, type ExampleRun } from './vtex/examples.testing';
import { exampleFaults } from './vtex/wire.testing';

const nodes = [...nodeTypes.values()].map((node) => [node.id, node] as const);
const kinds = [...connectionKinds.values()].map((kind) => [kind.id, kind] as const);
const load = createRequire(__filename);
const describedIt = documentsAreThere ? it : it.skip;

/** A flow with the example's box alone, its slot declared. */
function flowOf(node: NodeType): FlowDocument {
  const flow = emptyFlow('example');
  flow.nodes['node'] = { type: node.id, version: node.version, config: node.example.config };
  flow.layout.nodes['node'] = { x: 0, y: 0 };
  for (const [id, field] of Object.entries(node.fields)) {
    const slot = node.example.config[id];
    if (field.kind !== 'connection' || typeof slot !== 'string') continue;
    flow.slots[slot] = { kind: field.accepts[0] ?? '', name: slot };
  }
  return flow;
}

async function runExample(node: NodeType): Promise<ExampleRun> {
  if (node.group === 'vtex') return runVtexExample(node);
  const file = join(__dirname, `${node.id.replace('.', '/')}.testing.ts`);
  const given = existsSync(file) ? await (load(file) as { setup(): Promise<ExampleSetup> }).setup() : {};
  const host: Host = {
    fetch: guardedFetch({ allow: given.allow ?? [] }),
    reach: guardedReach({ allow: given.allow ?? [] }),
    limiter: memoryLimiter(),
    files: given.files ?? memoryFiles(),
    clock: { ...systemClock, now: () => new Date('2026-11-23T12:00:00Z') },
    random: () => 0,
    retry: { maxAttempts: 1, maxAge: 0, baseDelay: 0, maxDelay: 0 },
    connection: () =>
      given.connection ? Promise.resolve(given.connection) : Promise.reject(new Error('none')),
    lock: memoryLocks(),
    memory: memoryChanges(),
    references: memoryReferences(node.example.codes),
    scratch: memoryScratch(),
    ...(given.flows && { flows: () => given.flows! }),
  };
  try {
    const plan = compilePlan(flowOf(node), nodeTypes);
    const signal = new AbortController().signal;
    const { outputs, failed } = await testNode(plan, 'node', node.example.input, {
      host,
      signal,
      dryRun: false,
    });
    const rows =
      failed.length > 0 ? { ...outputs, failed: failed.map(({ input }) => input as Row) } : outputs;
    return { rows, seen: [] };
  } finally {
    await given.close?.();
  }
}

/** Every `{en, es, pt}` within a value, by its path. */
function textsIn(value: unknown, path = ''): [string, Record<string, unknown>][] {
  if (Array.isArray(value)) return value.flatMap((one, at) => textsIn(one, `${path}.${at}`));
  if (!isJsonObject(value)) return [];
  if (locales.some((locale) => locale in value)) return [[path, value]];
  return Object.entries(value).flatMap(([name, one]) => textsIn(one, `${path}.${name}`));
}

/** Tables within tables included. */
function allFields(fields: Fields): [string, Fields[string]][] {
  return Object.entries(fields).flatMap(([id, field]) => [
    [id, field] as [string, Fields[string]],
    ...(field.kind === 'table' ? allFields(field.columns) : []),
  ]);
}

const incomplete = (value: unknown) =>
  textsIn(value).filter(([, text]) =>
    locales.some((locale) => typeof text[locale] !== 'string' || (text[locale] as string).trim() === ''),
  );

test('the nodes of this catalogue are all there', () => {
  expect([...nodeTypes.keys()]).toEqual(
    expect.arrayContaining([
      'source.http',
      'source.csv',
      'transform.map',
      'transform.filter',
      'transform.switch',
      'transform.aggregate',
      'transform.sort',
      'transform.join',
      'transform.merge',
      'transform.code',
      'output.file',
      'vtex.price-set',
      'vtex.stock-set',
    ]),
  );
  expect([...connectionKinds.keys()]).toEqual(expect.arrayContaining(['http', 'vtex']));
});

describe.each(nodes)('%s', (id, node) => {
  it('survives JSON with everything but its functions', () => {
    const description = describeNode(node);
    expect(JSON.parse(JSON.stringify(description))).toEqual(description);
    expect(catalogue().get(id)).toEqual(description);
  });

  it('speaks every language, and has help and words to be found by', () => {
    expect(incomplete(describeNode(node))).toEqual([]);
    expect(node.help.en.length).toBeGreaterThan(20);
    expect(node.keywords?.length ?? 0).toBeGreaterThan(2);
  });

  it('asks only for lists there are, and depends on settings there are', () => {
    const asked = allFields(node.fields).flatMap(([, field]) =>
      'suggest' in field && field.suggest ? [field.suggest] : [],
    );
    for (const { list, needs, ...more } of [...asked, ...(node.gives?.told ? [node.gives.told] : [])]) {
      expect(Object.keys(suggestionLists)).toContain(list);
      const further = 'by' in more ? (more.by ?? []) : [];
      expect(Object.keys(node.fields)).toEqual(expect.arrayContaining([...needs, ...further]));
    }
  });

  it('has fields whose conditions and defaults hold', () => {
    for (const [name, field] of allFields(node.fields)) {
      if (field.when)
        expect([name, Object.keys(node.fields)]).toEqual([name, expect.arrayContaining([field.when.field])]);
      if (field.kind === 'choice' && field.default !== undefined) {
        expect(field.choices.map(({ value }) => value)).toContain(field.default);
      }
      if (field.kind === 'secret') throw new Error(`${name}: a secret belongs in a connection`);
    }
    if (node.outputsFrom !== undefined) expect(node.fields[node.outputsFrom]?.kind).toBe('table');
  });

  it('has no port twice, and an example whose ports exist', () => {
    const { input } = node.example;
    if (!Array.isArray(input)) expect(Object.keys(input)).toEqual(node.inputs.map((port) => port.id));
    const ports = outputPorts(node, node.example.config).map((port) => port.id);
    expect(new Set(ports).size).toBe(ports.length);
    expect(ports).toEqual(expect.arrayContaining(Object.keys(node.example.output)));
  });

  it('has an example that fills its form, and that no flow check objects to', () => {
    const flow = flowOf(node);
    const faults = checkFields(node.fields, node.example.config, {
      slotKind: (slot) => flow.slots[slot]?.kind,
    });
    expect(faults).toEqual([]);
    const problems = validateFlow(flow, catalogue()).filter(({ severity }) => severity === 'error');
    expect(problems.filter(({ node: at, field }) => at === 'node' && field !== undefined)).toEqual([]);
    expect(Object.keys(node.example.config).filter((name) => !(name in node.fields))).toEqual([]);
  });

  // Once for both: each example starts a store.
  let ran: Promise<ExampleRun> | undefined;
  const example = () => (ran ??= runExample(node));

  it('does what its example says', async () => {
    expect((await example()).rows).toEqual(node.example.output);
  });

  if (isDocumented(node)) {
    describedIt('sends in its example what VTEX’s documents describe', async () => {
      expect(exampleFaults(node, (await example()).seen)).toEqual([]);
    });
  }

  it('has a step for every change of its form', () => {
    expect(node.migrate?.length ?? 0).toBe(node.version - 1);
  });
});

describe.each(kinds)('the connection %s', (_id, { test: _function, ...description }) => {
  it('survives JSON and speaks every language', () => {
    expect(JSON.parse(JSON.stringify(description))).toEqual(description);
    expect(incomplete(description)).toEqual([]);
  });

  it('keeps what looks like a secret as one', () => {
    const plain = Object.entries(description.fields).filter(([, field]) => field.kind !== 'secret');
    expect(plain.map(([name]) => name).filter((name) => /password|token$|secret$|^key$/i.test(name))).toEqual(
      [],
    );
  });
});

// What every VTEX node and code promises: a sentence for each code, guesses that compile, a field for each place.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileExpression, messageCodes, type NodeType } from '@eclusa/flow';
import { contextOf } from '../harness.testing';
import { nodeTypes } from '../index';
import { compileMapping } from './mapping';
import requestNode from './request.node';

const nodes = [...nodeTypes.values()].filter(({ group }) => group === 'vtex');

function targetsOf(node: NodeType) {
  const field = node.fields['mapping'];
  return field?.kind === 'mapping' ? (field.targets ?? []) : [];
}

test('every code that the client and its nodes can throw has a sentence', () => {
  const ours = readdirSync(join(__dirname, '..')).filter((name) => /^(vtex|connections)/.test(name));
  const folders = [...ours.map((name) => join(__dirname, '..', name)), join(__dirname, '../../../vtex/src')];
  const sources = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts') && !/\.(test|testing)\.ts$/.test(name))
      // The successor of a deprecated box is a box and no code; vtex-soap's own test looks at those.
      .map((name) => readFileSync(join(folder, name), 'utf8').replace(/type: 'vtex\.[a-z-]+'/g, '')),
  );
  const codes = sources.flatMap(
    (source) => source.match(/(?<=')(?:vtex|nodes|connections)\.[a-z-]+(?=')/g) ?? [],
  );
  const known = new Set([...messageCodes(), ...nodeTypes.keys()]);
  expect(codes.length).toBeGreaterThan(40);
  expect([...new Set(codes)].filter((code) => !known.has(code))).toEqual([]);
});

test.each(nodes.map((node) => [node.id, node] as const))(
  '%s: guesses compile and units are said',
  (_id, node) => {
    for (const { id, suggest } of targetsOf(node)) {
      if (suggest !== undefined) expect([id, compileExpression(suggest).fast]).toEqual([id, true]);
    }
    for (const target of targetsOf(node).filter(({ id }) =>
      /price|weight|width|height|length|quantity/i.test(id),
    )) {
      if (target.type === 'number' || target.type === 'integer') {
        expect([target.id, target.unit?.pt]).toEqual([target.id, expect.any(String)]);
      }
    }
  },
);

test('the guesses fill every required value from rows as an ERP writes them', async () => {
  const row = {
    ...{
      codigo: 'SKU-1',
      descricao: 'Cafeteira',
      categoria: 'Casa/Cozinha',
      marca: 'Aurora',
      ean: '7891000315507',
    },
    ...{ preco: '1.299,90', estoque: '120', deposito: '1_1', peso_kg: '1,250' },
    ...{ orderId: '1268540500001-01', nota: '1-4711', xml: '<nfeProc/>' },
    ...{ altura_cm: '32,5', largura_cm: '20', comprimento_cm: '20' },
    ...{ cep: '01310-100', cidade: 'São Paulo', uf: 'SP', data: '2026-12-25' },
    ...{ transacao: 'A0B1C2D3E4F506172839405162738495', pagamento: 'B1C2D3E4F5A60718293A4B5C6D7E8F90' },
    ...{ category: { id: 2 }, brand: { id: 3 }, product: { id: 4 }, sku: { id: 5 } },
    ...{ promotion: { id: 'p-1' }, kit: { id: 6 }, group: { id: 7 }, parentSkuId: 8, fieldId: 9 },
    ...{
      document: { id: 'd-1' },
      account: { id: 'a-1' },
      documento: '12345678909',
      email: 'ana@example.com',
    },
    ...{ subcollection: { id: 10 } },
  };
  for (const node of nodes) {
    const targets = targetsOf(node);
    const lines = targets.flatMap(({ id, suggest }) =>
      suggest ? [{ target: id, expression: suggest }] : [],
    );
    const byId = Object.fromEntries(targets.map(({ id, ...target }) => [id, target]));
    const values = await compileMapping(lines, { targets: byId, parameters: {}, dryRun: false }).read(row);
    expect(Object.keys(values)).toEqual(
      expect.arrayContaining(targets.filter(({ required }) => required).map(({ id }) => id)),
    );
    if (node.id === 'vtex.sku-upsert')
      expect(values).toMatchObject({ PackagedWeightKg: 1250, PackagedHeight: 32.5 });
    if (node.id === 'vtex.price-set') expect(values).toEqual({ itemId: 5, basePrice: 1299.9 });
  }
});

/** Boxes whose rows wait in doubt, by why nobody can tell what a lost call made. */
const nobodyCanLook: Readonly<Record<string, string>> = {
  'vtex.coupon-generate': 'VTEX makes up the codes',
};

test.each(nodes.map((node) => [node.id, node] as const))(
  '%s: a create can be looked up after a crash',
  async (_id, node) => {
    if (node.behaviour.kind !== 'action') return;
    const { config } = node.example;
    const connection = { account: 'lojademo', appKey: 'key', appToken: 'token' };
    const action = await node.behaviour.prepare(contextOf(node, { config, connection }));
    const canLook = node.behaviour.effect === 'create' && !Object.hasOwn(nobodyCanLook, node.id);
    expect(action.findExisting !== undefined).toBe(canLook);
  },
);

test('a POST that nobody knows cannot be looked up, unless a repeat does no harm', async () => {
  if (requestNode.behaviour.kind !== 'action') throw new Error('no action');
  const connection = { account: 'lojademo', appKey: 'key', appToken: 'token' };
  const post = { connection: 'store', method: 'POST', path: '/api/x' };
  const { prepare } = requestNode.behaviour;
  const blind = await prepare(contextOf(requestNode, { config: post, connection }));
  const harmless = await prepare(
    contextOf(requestNode, { config: { ...post, repeatable: true }, connection }),
  );
  expect([blind.findExisting, harmless.findExisting]).toEqual([undefined, expect.any(Function)]);
});

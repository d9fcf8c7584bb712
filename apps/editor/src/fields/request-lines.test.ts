import type { NodeDescription } from '@eclusa/flow';
import { matchesWords, ownBoxes, requestLines } from './request-lines';

const text = (pt: string) => ({ en: pt, es: pt, pt });
const box = (name: string, requests: string[], more = {}) =>
  [
    name,
    { name: text(name), requests, behaviour: { kind: 'action' }, ...more } as unknown as NodeDescription,
  ] as const;
const set = 'PATCH /pricing/prices/{itemId}/fixed';
const nodes = new Map([
  box('Carregar preços', [set], { behaviour: { kind: 'barrier' } }),
  box('Antiga', [set], { successor: { type: 'x', places: {} } }),
  box('Definir preço em tabela', [set, 'GET /pricing/prices/{itemId}/fixed']),
]);
const lines = requestLines(
  [{ request: set }, { request: 'GET /pricing/prices/{itemId}/fixed' }, { request: set }] as never,
  ownBoxes(nodes),
  ({ pt }) => pt,
);

test('a request names the box that is made for it, not one that only reads by it or is on its way out', () => {
  expect([...lines.values()].map(({ request, box: own }) => [request, own])).toEqual([
    [set, 'Definir preço em tabela'],
    ['GET /pricing/prices/{itemId}/fixed', undefined],
  ]);
});

test('a search finds words in any order, in path, name and box, without accents', () => {
  const finds = (search: string) => matchesWords(lines.get(set), search);
  expect([finds('fixed patch'), finds('Preco'), finds('tabela alterar'), finds('')]).toEqual(
    Array(4).fill(true),
  );
  expect([finds('estoque'), matchesWords(undefined, '')]).toEqual([false, false]);
});

import { applyEdit, emptyFlow, type FlowDocument } from '@eclusa/flow';
import { boxSize, type Point } from '../canvas/placing';
import { tidyLayout } from './tidy';

/** A flow of arrows such as "a>b"; boxes stand where they are put, or at 0/0. */
function flow(arrows: string[], places: Record<string, Point> = {}): FlowDocument {
  const pairs = arrows.map((arrow) => arrow.split('>') as [string, string]);
  const ids = [...new Set([...pairs.flat(), ...Object.keys(places)])];
  return {
    ...emptyFlow('Test'),
    nodes: Object.fromEntries(ids.map((id) => [id, { type: 'transform.demo', version: 1, config: {} }])),
    edges: pairs.map(([from, to]) => ({ from: { node: from, port: 'out' }, to: { node: to, port: 'in' } })),
    layout: { nodes: Object.fromEntries(ids.map((id) => [id, places[id] ?? { x: 0, y: 0 }])) },
  };
}

const tidied = (document: FlowDocument): FlowDocument =>
  applyEdit(document, { type: 'move-nodes', positions: tidyLayout(document) });

/** Twelve rows of eight boxes that fork and meet. */
function large(): FlowDocument {
  const arrows: string[] = [];
  for (let row = 0; row < 12; row++)
    for (let at = 0; at < 7; at++) {
      arrows.push(`r${row}c${at}>r${row}c${at + 1}`);
      if (at === 3 && row % 3 === 0) arrows.push(`r${row}c${at}>r${row + 1}c${at + 1}`);
    }
  return flow(arrows);
}

function overlaps(places: Record<string, Point>): string[] {
  const all = Object.entries(places);
  return all.flatMap(([a, p], index) =>
    all
      .slice(index + 1)
      .filter(([, q]) => Math.abs(p.x - q.x) < boxSize.width && Math.abs(p.y - q.y) < boxSize.height)
      .map(([b]) => `${a} over ${b}`),
  );
}

test('boxes stand in columns in the order rows pass them, none over another', () => {
  const places = tidyLayout(large());
  for (let at = 0; at < 7; at++)
    expect(places[`r0c${at + 1}`]!.x - places[`r0c${at}`]!.x).toBeGreaterThan(boxSize.width);
  expect(overlaps(places)).toEqual([]);
});

test('a chain becomes one level line', () => {
  const places = tidyLayout(flow(['a>b', 'b>c'], { b: { x: 90, y: 400 }, c: { x: 20, y: -300 } }));
  expect(places['b']!.y).toBe(places['a']!.y);
  expect(places['c']!.y).toBe(places['b']!.y);
});

test('the same drawing gives the same places, and a tidy one stays as it is', () => {
  const once = tidied(large());
  expect(tidyLayout(large())).toEqual(once.layout.nodes);
  expect(tidyLayout(once)).toEqual(once.layout.nodes);
});

test('adding a box moves few of the others', () => {
  const before = tidied(large());
  const after = tidyLayout(
    applyEdit(
      applyEdit(before, {
        type: 'add-node',
        id: 'extra',
        node: { type: 'transform.demo', version: 1, config: {} },
        at: { x: 5000, y: 0 },
      }),
      { type: 'connect', edge: { from: { node: 'r11c7', port: 'out' }, to: { node: 'extra', port: 'in' } } },
    ),
  );
  const moved = Object.entries(before.layout.nodes).filter(
    ([id, { x, y }]) => after[id]!.x !== x || after[id]!.y !== y,
  );
  expect(moved).toEqual([]);
  expect(after['extra']!.y).toBe(after['r11c7']!.y);
});

test('the order a person gave the branches stays', () => {
  const upper = tidyLayout(flow(['a>b', 'a>c'], { b: { x: 300, y: 0 }, c: { x: 300, y: 200 } }));
  expect(upper['b']!.y).toBeLessThan(upper['c']!.y);
  const lower = tidyLayout(flow(['a>b', 'a>c'], { b: { x: 300, y: 200 }, c: { x: 300, y: 0 } }));
  expect(lower['c']!.y).toBeLessThan(lower['b']!.y);
});

test('lines that cross are uncrossed', () => {
  const places = tidyLayout(
    flow(['a>d', 'b>c', 's>a', 's>b'], {
      a: { x: 300, y: 0 },
      b: { x: 300, y: 200 },
      c: { x: 600, y: 0 },
      d: { x: 600, y: 200 },
    }),
  );
  expect(Math.sign(places['a']!.y - places['b']!.y)).toBe(Math.sign(places['d']!.y - places['c']!.y));
});

test('a group stays together: no other box gets into its frame', () => {
  const drawn = flow(['a>g1', 'g1>g2', 'a>x', 'x>g2', 'g2>z']);
  drawn.layout.groups = [{ id: 'g', name: '', nodes: ['g1', 'g2'] }];
  const places = tidyLayout(drawn);
  const inside = [places['g1']!, places['g2']!];
  const [left, right] = [Math.min(...inside.map(({ x }) => x)), Math.max(...inside.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...inside.map(({ y }) => y)), Math.max(...inside.map(({ y }) => y))];
  const intruders = ['a', 'x', 'z'].filter((id) => {
    const { x, y } = places[id]!;
    const across = x + boxSize.width > left && x < right + boxSize.width;
    return across && y + boxSize.height > top && y < bottom + boxSize.height;
  });
  expect(intruders).toEqual([]);
  expect(overlaps(places)).toEqual([]);
});

test('a ring ends, and nothing drawn is nothing placed', () => {
  expect(Object.keys(tidyLayout(flow(['a>b', 'b>a'])))).toEqual(['a', 'b']);
  expect(tidyLayout(emptyFlow('Empty'))).toEqual({});
});

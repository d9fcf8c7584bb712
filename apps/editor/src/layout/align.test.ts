import { aligned, spaced } from './align';

const box = (id: string, x: number, y: number, height = 80) => ({ id, x, y, width: 200, height });
const boxes = [box('a', 0, 0), box('b', 300, 50, 120), box('c', 900, 10)];

test('sides line up with the outermost box', () => {
  expect(Object.values(aligned(boxes, 'left')).map(({ x }) => x)).toEqual([0, 0, 0]);
  expect(Object.values(aligned(boxes, 'right')).map(({ x }) => x)).toEqual([900, 900, 900]);
  expect(Object.values(aligned(boxes, 'top')).map(({ y }) => y)).toEqual([0, 0, 0]);
  expect(Object.values(aligned(boxes, 'bottom')).map(({ y }) => y)).toEqual([90, 50, 90]);
});

test('middles and centres line up whatever the sizes', () => {
  const middles = aligned(boxes, 'middle');
  expect(boxes.map(({ id, height }) => middles[id]!.y + height / 2)).toEqual([85, 85, 85]);
  expect(Object.values(aligned(boxes, 'centre')).map(({ x }) => x)).toEqual([450, 450, 450]);
});

test('gaps become equal, the outermost boxes stay', () => {
  const places = spaced(boxes, 'across');
  expect([places['a']!.x, places['b']!.x, places['c']!.x]).toEqual([0, 450, 900]);
  expect(places['b']!.y).toBe(50);
  expect(spaced(boxes.slice(0, 2), 'across')).toEqual({});
});

import { demoFlow } from '../editor.testing';
import { nearestEdge } from './nearest-edge';
import { boxSize, freePlace, placeAfter } from './placing';
import { selectionAfter } from './useChanges';

test('a box after another stands right of it, lower when the place is taken', () => {
  const place = placeAfter(demoFlow(), 'read');
  expect(place.x).toBe(310);
  expect(place.y).toBeGreaterThanOrEqual(boxSize.height);
});

test('a free place is taken as it is, on the grid', () => {
  expect(freePlace(demoFlow(), { x: 803, y: 296 })).toEqual({ x: 800, y: 300 });
});

test('a drop close to a line finds it, a drop elsewhere none', () => {
  expect(nearestEdge(demoFlow(), { x: 270, y: 34 })?.to.node).toBe('filter');
  expect(nearestEdge(demoFlow(), { x: 270, y: 300 })).toBeUndefined();
});

test('selection changes add and remove, and other changes leave it alone', () => {
  const changes = [
    { type: 'select', id: 'a', selected: false },
    { type: 'select', id: 'c', selected: true },
  ];
  expect(selectionAfter(['a', 'b'], changes)).toEqual(['b', 'c']);
  expect(selectionAfter(['a'], [{ type: 'position', id: 'a' }])).toBeNull();
});

import { firstViewport } from './first-view';

const pane = { width: 1044, height: 668 };

test('a small drawing stands in the middle and is not blown up', () => {
  const view = firstViewport({ x: 0, y: 0, width: 236, height: 84 }, pane);
  expect(view.zoom).toBe(1.1);
  expect(view.x + 118 * view.zoom).toBeCloseTo(pane.width / 2);
  expect(view.y + 42 * view.zoom).toBeCloseTo(pane.height / 2);
});

test('a long drawing starts at its left end, never smaller than can be read', () => {
  const view = firstViewport({ x: -300, y: 100, width: 2700, height: 120 }, pane);
  expect(view.zoom).toBe(0.8);
  expect(view.x + -300 * view.zoom).toBeCloseTo(70);
  expect(view.y + 160 * view.zoom).toBeCloseTo(pane.height / 2);
});

test('a tall drawing starts at its upper end', () => {
  const view = firstViewport({ x: 0, y: 50, width: 236, height: 3000 }, pane);
  expect(view.y + 50 * view.zoom).toBeCloseTo(70);
});

test('what just fits is shown whole', () => {
  const view = firstViewport({ x: 0, y: 0, width: 1000, height: 200 }, pane);
  expect(view.zoom).toBeCloseTo(1044 / 1140);
});

import { applyEdit, emptyFlow } from '@eclusa/flow';
import { demoFlow } from '../editor.testing';
import { clipText, pasteEdit, readClip } from './clipboard';

test('boxes copied in one flow can be pasted into another with the lines among them', () => {
  const clip = readClip(clipText(demoFlow(), ['read', 'filter'])!)!;
  const pasted = applyEdit(emptyFlow('Other'), pasteEdit(clip));
  expect(Object.values(pasted.nodes).map(({ type }) => type)).toEqual(['source.demo', 'transform.demo']);
  expect(pasted.edges).toHaveLength(1);
});

test('pasting beside the original makes new ids and keeps the old boxes', () => {
  const flow = demoFlow();
  const clip = readClip(clipText(flow, ['filter'])!)!;
  const pasted = applyEdit(flow, pasteEdit(clip));
  expect(Object.keys(pasted.nodes)).toEqual(['read', 'filter', 'filter-2']);
  expect(pasted.layout.nodes['filter-2']).toEqual({ x: 350, y: 40 });
});

test('boxes copied out of sight are pasted into the middle of what is seen', () => {
  const clip = readClip(clipText(demoFlow(), ['read', 'filter'])!)!;
  const paste = (from: number) =>
    applyEdit(
      emptyFlow('Other'),
      pasteEdit(clip, { from: { x: from, y: from }, to: { x: from + 1000, y: from + 600 } }),
    ).layout.nodes;
  expect(Object.values(paste(2000))).toEqual([
    { x: 2230, y: 2260 },
    { x: 2540, y: 2260 },
  ]);
  expect(Object.values(paste(100))[0]).toEqual({ x: 40, y: 40 });
});

test('a whole saved flow can be pasted too', () => {
  const clip = readClip(JSON.stringify(demoFlow()));
  expect(Object.keys(clip!.nodes)).toEqual(['read', 'filter']);
});

test('any other text is not boxes', () => {
  expect(readClip('hello')).toBeNull();
  expect(readClip('{"nodes":{}}')).toBeNull();
});

test('nothing selected copies nothing', () => {
  expect(clipText(demoFlow(), [])).toBeNull();
  expect(clipText(demoFlow(), ['gone'])).toBeNull();
});

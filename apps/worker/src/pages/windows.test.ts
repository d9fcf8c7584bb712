import { laneSizes, roomBeside, type BusyPage } from './windows';

const sizes = laneSizes(4);
const pages = (count: number, share: string, urgency = 3): BusyPage[] =>
  Array.from({ length: count }, () => ({ share, urgency }));

test('a store may take lanes up to its window, whatever the others do', () => {
  expect(roomBeside(pages(3, 'a'), sizes).closed).toEqual([]);
  expect(roomBeside([...pages(4, 'a'), ...pages(2, 'b')], sizes).closed).toEqual([{ share: 'a', from: 3 }]);
});

test('less urgent pages do not fill the window for more urgent ones, more urgent ones do', () => {
  expect(roomBeside([...pages(4, 'a', 3), ...pages(1, 'a', 1)], sizes).closed).toEqual([
    { share: 'a', from: 3 },
  ]);
  expect(roomBeside([...pages(2, 'a', 1), ...pages(2, 'a', 0)], sizes).closed).toEqual([
    { share: 'a', from: 1 },
  ]);
  expect(roomBeside(pages(4, 'a', 0), sizes).closed).toEqual([{ share: 'a', from: 0 }]);
});

test('no store takes more than two windows, however urgent its work is', () => {
  const busy = [...pages(4, 'a', 3), ...pages(4, 'a', 2)];
  expect(roomBeside(busy, sizes).closed).toEqual([{ share: 'a', from: 0 }]);
});

test('when the common lanes are taken only small pages are, in lanes of their own', () => {
  const full = ['a', 'b', 'c'].flatMap((share) => pages(4, share));
  expect(roomBeside(full.slice(1), sizes).mostRows).toBe(Infinity);
  expect(roomBeside(full, sizes).mostRows).toBe(sizes.smallRows);
});

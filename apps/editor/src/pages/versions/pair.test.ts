import { chosenPair } from './pair';

const versions = [{ number: 3 }, { number: 2 }, { number: 1 }];
const pair = (address: string) => chosenPair(new URLSearchParams(address), versions);

test('the draft stands beside the newest version when nothing is asked for', () => {
  expect(pair('')).toEqual({ before: '3', after: 'draft' });
});

test('a version stands beside the one before it, and the first beside nothing', () => {
  expect(pair('after=3')).toEqual({ before: '2', after: '3' });
  expect(pair('after=1')).toEqual({ before: null, after: '1' });
});

test('any two may be asked for, the draft on either side', () => {
  expect(pair('before=draft&after=1')).toEqual({ before: 'draft', after: '1' });
});

test('what is no version falls back to what is', () => {
  expect(pair('before=9&after=x')).toEqual({ before: '3', after: 'draft' });
  expect(chosenPair(new URLSearchParams(''), [])).toEqual({ before: null, after: 'draft' });
});

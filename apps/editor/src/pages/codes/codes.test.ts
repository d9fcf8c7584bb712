import { codesUrl } from '../../api/codes';
import { filledIn, missingCodesAt } from './codes-place';

test('what is typed is the other half of the pair, whichever half a row waits with', () => {
  expect(filledIn({ by: 'key', code: 'A-1' }, '31')).toEqual({ key: 'A-1', value: '31' });
  expect(filledIn({ by: 'value', code: '31' }, 'A-1')).toEqual({ key: 'A-1', value: '31' });
});

test('the address of missing codes names the store, or that there is none', () => {
  expect(missingCodesAt('s1')).toBe('/codes?store=s1&tab=missing');
  expect(missingCodesAt(null)).toBe('/codes?store=none&tab=missing');
});

test('a table is downloaded by its name, whatever signs it has', () => {
  expect(codesUrl('s1', 'a/b c')).toBe('/api/v1/codes/tables/a%2Fb%20c/csv?storeId=s1');
  expect(codesUrl(null, 'skus')).toBe('/api/v1/codes/tables/skus/csv');
});

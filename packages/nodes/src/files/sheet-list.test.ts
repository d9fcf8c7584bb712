// The sheets of an uploaded workbook, to choose from.
import { contextOf, memoryFiles } from '../harness.testing';
import xlsx from '../source/xlsx.node';
import { suggestionLists } from '../suggestion-lists';
import { rowOf, workbookOf } from './workbook.testing';

const ask = (file: Buffer | string, config = {}) => {
  const files = memoryFiles({ 'produtos.xlsx': file });
  const own = { file: 'produtos.xlsx', ...config };
  return suggestionLists['xlsx.sheets']!(contextOf(xlsx, { config: own, files }), false);
};

test('the sheets come in the order of their tabs', async () => {
  const book = workbookOf([
    { name: 'Produtos', data: rowOf(1, ['sku']) },
    { name: 'Preços &amp; prazos', data: rowOf(1, ['sku']) },
  ]);
  expect(await ask(book)).toEqual([{ value: 'Produtos' }, { value: 'Preços & prazos' }]);
});

test('what is no workbook, and a file that lies elsewhere, are told in words', async () => {
  await expect(ask('a;b')).rejects.toMatchObject({ code: 'nodes.xlsx-broken' });
  await expect(ask('a;b', { from: 'server' })).rejects.toMatchObject({ code: 'nodes.list-upload-only' });
});

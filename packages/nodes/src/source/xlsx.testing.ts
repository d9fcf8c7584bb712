// The workbook that the example of the Excel source reads.
import { rowOf, workbookOf } from '../files/workbook.testing';
import { memoryFiles, type ExampleSetup } from '../harness.testing';

export async function setup(): Promise<ExampleSetup> {
  const date = '<c r="D2" s="1"><v>46349</v></c></row>';
  const data = [
    rowOf(1, ['codigo', 'preco', 'ativo', 'desde']),
    rowOf(2, ['SKU-1', 1299.9, true]).replace('</row>', date),
    rowOf(3, ['SKU-2', 89, false]),
  ];
  const book = workbookOf([
    { name: 'Capa', data: '' },
    { name: 'Produtos', data: data.join('') },
  ]);
  return { files: memoryFiles({ 'example.xlsx': book }) };
}

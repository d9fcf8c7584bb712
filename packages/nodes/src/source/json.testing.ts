// The file that the example of the JSON source reads.
import { memoryFiles, type ExampleSetup } from '../harness.testing';

export async function setup(): Promise<ExampleSetup> {
  const itens = [
    { codigo: 'SKU-1', preco: 1299.9 },
    { codigo: 'SKU-2', preco: 89 },
  ];
  return { files: memoryFiles({ 'example.json': JSON.stringify({ total: 2, itens }) }) };
}

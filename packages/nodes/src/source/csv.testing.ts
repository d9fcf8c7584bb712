// The file that the example of the CSV source reads.
import { memoryFiles, type ExampleSetup } from '../harness.testing';

export async function setup(): Promise<ExampleSetup> {
  const files = memoryFiles({
    'example.csv': 'codigo;descricao;preco\r\nSKU-1;Cafeteira;"1.299,90"\r\nSKU-2;"Chaleira; inox";89\r\n',
  });
  return { files };
}

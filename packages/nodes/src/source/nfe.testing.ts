// The file that the example of the NF-e source reads.
import { memoryFiles, type ExampleSetup } from '../harness.testing';
import { exampleNfe } from '../vtex-orders/nfe-example';

export async function setup(): Promise<ExampleSetup> {
  return { files: memoryFiles({ 'nfe-4711.xml': exampleNfe }) };
}

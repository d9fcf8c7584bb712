// The file that the example of the fixed-width source reads: a header, two records, the second cut short, and a trailer.
import { memoryFiles, type ExampleSetup } from '../harness.testing';

export async function setup(): Promise<ExampleSetup> {
  const lines = ['H20261123', 'DSKU-1 00012999023112026', 'DSKU-2 000008900', 'T000002'];
  return { files: memoryFiles({ 'example.txt': lines.join('\r\n') }) };
}

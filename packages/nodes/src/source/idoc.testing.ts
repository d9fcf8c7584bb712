// The file that the example of the IDoc source reads.
import { controlRecord, dataRecord, maktmData, maramData } from '../files/formats/idoc.testing';
import { memoryFiles, type ExampleSetup } from '../harness.testing';

export async function setup(): Promise<ExampleSetup> {
  const material = { number: '000000000000001001', group: '001', weight: '1.250' };
  const lines = [
    controlRecord('1'),
    dataRecord('E2MARAM009', ['1', 1, 0], maramData(material)),
    dataRecord('Z2MARAM000', ['1', 2, 1], 'Azul'),
    dataRecord('E2MAKTM001', ['1', 3, 1], maktmData('Cafeteira elétrica')),
  ];
  return { files: memoryFiles({ 'example.idoc': lines.join('\n') }) };
}

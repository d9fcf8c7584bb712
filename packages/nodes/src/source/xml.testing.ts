// The file that the example of the XML source reads.
import { memoryFiles, type ExampleSetup } from '../harness.testing';

export async function setup(): Promise<ExampleSetup> {
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?><catalogo>',
    '<produto codigo="SKU-1"><nome>Cafeteira</nome><foto>a.jpg</foto></produto>',
    '<produto codigo="SKU-2"><nome>Chaleira &amp; bule</nome><foto>b.jpg</foto><foto>c.jpg</foto></produto>',
    '</catalogo>',
  ].join('\n');
  return { files: memoryFiles({ 'example.xml': xml }) };
}

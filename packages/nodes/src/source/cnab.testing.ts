// The return file that the example of the CNAB source reads: header, one paid title, trailer.
import { memoryFiles, type ExampleSetup } from '../harness.testing';

/** A line with these texts at these places, counted from 1. */
export function lineOf(width: number, ...parts: [start: number, text: string][]): string {
  return parts.reduce((line, [start, text]) => {
    return line.slice(0, start - 1) + text + line.slice(start - 1 + text.length);
  }, ' '.repeat(width));
}

const HEADER = lineOf(
  400,
  ...([
    [1, '02RETORNO01COBRANCA'],
    [47, 'LOJA EXEMPLO LTDA'],
    [77, '341BANCO ITAU SA'],
    [95, '241126'],
  ] as [number, string][]),
);
const PAID = lineOf(
  400,
  ...([
    [1, '10212345678000195'],
    [38, 'PEDIDO-1001'],
    [63, '00001001'],
    [109, '06231126'],
    [117, '1001'],
    [147, '3011260000000015025341'],
    [176, '0000000000250'],
    [228, '0'.repeat(26)],
    [254, '0000000015025'],
    [267, '0'.repeat(13)],
    [296, '241126'],
    [395, '000002'],
  ] as [number, string][]),
);

export async function setup(): Promise<ExampleSetup> {
  const file = [HEADER, PAID, lineOf(400, [1, '9201341'], [395, '000003'])].join('\r\n');
  return { files: memoryFiles({ 'example.ret': file }) };
}

// Lets through a stated number of rows of a whole run, and holds none of them. A barrier, because the pages of a run are
// worked on by several workers at once: none of them could count what the others let through.
import { defineNode, type Row } from '@eclusa/flow';
import { inPages } from './in-pages';

interface Config {
  most?: number;
  skip?: number;
}

export default defineNode<Config>({
  id: 'transform.limit',
  version: 1,
  group: 'transform',
  name: { en: 'Limit rows', es: 'Limitar filas', pt: 'Limitar linhas' },
  help: {
    en: 'Lets through only so many rows of a run, counted over all of its pages in the order they were read. It waits for all rows, so the source is read to its end. Rows are put aside on disk meanwhile, so there may be any number. To try a flow on a few rows, fetch a sample instead.',
    es: 'Deja pasar solo cierta cantidad de filas de una ejecución, contadas sobre todas sus páginas en el orden en que se leyeron. Espera todas las filas, así que el origen se lee hasta el final. Mientras tanto las filas se guardan en disco, así que puede haber cualquier cantidad. Para probar un flujo con pocas filas, obtenga una muestra.',
    pt: 'Deixa passar só certa quantidade de linhas de uma execução, contadas sobre todas as páginas na ordem em que foram lidas. Espera todas as linhas, então a origem é lida até o fim. Enquanto isso as linhas ficam em disco, então pode haver qualquer quantidade. Para experimentar um fluxo com poucas linhas, busque uma amostra.',
  },
  keywords: [
    ...['limit', 'top', 'first', 'head', 'skip', 'offset', 'take', 'sample'],
    ...['límite', 'primeras', 'saltar', 'cantidad'],
    ...['limite', 'primeiras', 'pular', 'quantidade'],
  ],
  fields: {
    most: {
      kind: 'number',
      required: true,
      default: 100,
      min: 1,
      max: 10_000_000,
      integer: true,
      name: { en: 'Rows at most', es: 'Filas como máximo', pt: 'Linhas no máximo' },
      help: {
        en: 'How many go on, of the whole run. The others end here.',
        es: 'Cuántas siguen, de toda la ejecución. Las demás terminan aquí.',
        pt: 'Quantas seguem, de toda a execução. As demais terminam aqui.',
      },
    },
    skip: {
      kind: 'number',
      default: 0,
      min: 0,
      max: 10_000_000,
      integer: true,
      name: { en: 'Skip first', es: 'Saltar primero', pt: 'Pular antes' },
      help: {
        en: 'So many rows at the beginning are left out, and counting starts after them.',
        es: 'Esa cantidad de filas del comienzo se omite, y se cuenta después de ellas.',
        pt: 'Essa quantidade de linhas do começo fica de fora, e a contagem começa depois delas.',
      },
    },
  },
  behaviour: {
    kind: 'barrier',
    collect: (inputs, { config, pageSize, signal }) =>
      inPages(between(inputs['in'], config.skip ?? 0, config.most ?? 100, signal), pageSize),
  },
  example: {
    config: { most: 2, skip: 1 },
    input: [{ sku: 'A' }, { sku: 'B' }, { sku: 'C' }, { sku: 'D' }],
    output: { out: [{ sku: 'B' }, { sku: 'C' }] },
  },
});

async function* between(
  input: AsyncIterable<Row[]> | undefined,
  skip: number,
  most: number,
  signal: AbortSignal,
): AsyncIterable<Row> {
  let place = 0;
  for await (const page of input ?? []) {
    signal.throwIfAborted();
    for (const row of page) {
      if (place >= skip + most) return;
      if (place++ >= skip) yield row;
    }
  }
}

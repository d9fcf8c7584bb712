// Makes one row of several: what an ERP takes a hundred at a time. Holds the rows of one batch. A barrier, because a
// batch may begin in one page and end in the next.
import { defineNode, type BarrierContext, type Json, type Row } from '@eclusa/flow';
import { evaluator } from './evaluation';
import { inPages } from './in-pages';

interface Config {
  size?: number;
  name?: string;
  together?: string;
}

/** Bytes of the rows of a batch, as JSON. */
const mostBytes = 4_000_000;

const togetherName = { en: 'Never mix', es: 'No mezclar', pt: 'Não misturar' };

export default defineNode<Config>({
  id: 'transform.batch',
  version: 1,
  group: 'transform',
  name: { en: 'Batch rows', es: 'Juntar en lotes', pt: 'Juntar em lotes' },
  help: {
    en: 'Waits for all rows and makes one row of every so many, with a list of them: for an API that takes a hundred products in a call. A batch closes early when its rows reach 4 MB. Rows are put aside on disk meanwhile, so there may be any number.',
    es: 'Espera todas las filas y crea una por cada tantas, con una lista de ellas: para una API que recibe cien productos por llamada. Un lote se cierra antes si sus filas llegan a 4 MB. Mientras tanto las filas se guardan en disco, así que puede haber cualquier cantidad.',
    pt: 'Espera todas as linhas e cria uma para cada tantas, com uma lista delas: para uma API que recebe cem produtos por chamada. Um lote fecha antes se as linhas chegarem a 4 MB. Enquanto isso as linhas ficam em disco, então pode haver qualquer quantidade.',
  },
  keywords: [
    ...['batch', 'chunk', 'bulk', 'group', 'collect', 'list', 'pack'],
    ...['lote', 'agrupar', 'lista', 'paquete'],
    ...['lotes', 'pacote', 'juntar', 'em massa'],
  ],
  gives: { fields: ['name'] },
  fields: {
    size: {
      kind: 'number',
      required: true,
      default: 100,
      min: 1,
      max: 1000,
      integer: true,
      name: { en: 'Rows in a batch', es: 'Filas por lote', pt: 'Linhas por lote' },
      help: {
        en: 'The last batch holds what is left.',
        es: 'El último lote tiene lo que sobra.',
        pt: 'O último lote fica com o que sobra.',
      },
    },
    name: {
      kind: 'text',
      required: true,
      default: 'rows',
      maxLength: 64,
      name: { en: 'Field for the list', es: 'Campo para la lista', pt: 'Campo para a lista' },
      help: {
        en: 'The new row has this field with the rows, and count with their number.',
        es: 'La fila nueva tiene este campo con las filas, y count con la cantidad.',
        pt: 'A nova linha tem este campo com as linhas, e count com a quantidade.',
      },
    },
    together: {
      kind: 'expression',
      placeholder: 'filial',
      name: togetherName,
      help: {
        en: 'A new batch begins when this value changes, and is found in the field key. Sort the rows by it before. When empty, only the number counts.',
        es: 'Un lote nuevo empieza cuando cambia este valor, que queda en el campo key. Ordene antes las filas por él. Si queda vacío, solo cuenta la cantidad.',
        pt: 'Um lote novo começa quando este valor muda, e ele fica no campo key. Ordene as linhas por ele antes. Se ficar vazio, só a quantidade conta.',
      },
    },
  },
  behaviour: {
    kind: 'barrier',
    collect: (inputs, context) =>
      inPages(batches(inputs['in'], context), context.pageSize, ({ count }) => Number(count)),
  },
  example: {
    config: { size: 2, name: 'produtos', together: 'filial' },
    input: [
      { filial: 'SP', sku: 'A' },
      { filial: 'SP', sku: 'B' },
      { filial: 'SP', sku: 'C' },
      { filial: 'RJ', sku: 'A' },
    ],
    output: {
      out: [
        {
          key: 'SP',
          count: 2,
          produtos: [
            { filial: 'SP', sku: 'A' },
            { filial: 'SP', sku: 'B' },
          ],
        },
        { key: 'SP', count: 1, produtos: [{ filial: 'SP', sku: 'C' }] },
        { key: 'RJ', count: 1, produtos: [{ filial: 'RJ', sku: 'A' }] },
      ],
    },
  },
});

async function* batches(
  input: AsyncIterable<Row[]> | undefined,
  { config, parameters, signal }: BarrierContext<Config>,
): AsyncIterable<Row> {
  const { size = 100, name = 'rows', together = '' } = config;
  const keyed = together.trim() !== '';
  const keyOf = keyed ? evaluator(together, togetherName, parameters) : () => null;
  let held: Row[] = [];
  let bytes = 0;
  let key: Json = null;
  const whole = (): Row => ({ ...(keyed && { key }), count: held.length, [name]: held });
  for await (const page of input ?? []) {
    signal.throwIfAborted();
    for (const row of page) {
      const found = (await keyOf(row)) ?? null;
      const weight = Buffer.byteLength(JSON.stringify(row));
      const isOther = JSON.stringify(found) !== JSON.stringify(key);
      if (held.length > 0 && (isOther || held.length >= size || bytes + weight > mostBytes)) {
        yield whole();
        held = [];
        bytes = 0;
      }
      key = found;
      held.push(row);
      bytes += weight;
    }
  }
  if (held.length > 0) yield whole();
}

// Lets through only what differs from what landed before under the same key. The engine compares and remembers; here
// it is said what a row is known by and what of it counts.
import { defineNode, rowOut, type Json } from '@eclusa/flow';
import { codeText } from './code-text';
import { evaluator, lines, textOf, withValues } from './evaluation';

interface Config {
  key?: string;
  compare?: Json;
}

const keyName = { en: 'Key', es: 'Clave', pt: 'Chave' };

export default defineNode<Config>({
  id: 'transform.changed',
  version: 1,
  group: 'transform',
  name: { en: 'Only what changed', es: 'Solo lo que cambió', pt: 'Só o que mudou' },
  help: {
    en: 'Lets a row through when it is new or differs from the one last written under its key, per flow and store. A row that failed comes again in the next run. Runs of such a flow for one store take turns. To send all rows once more, choose "Send everything again" in the menu of the flow.',
    es: 'Deja pasar una fila cuando es nueva o difiere de la última que se escribió con su clave, por flujo y tienda. Una fila que falló vuelve en la próxima ejecución. Las ejecuciones de un flujo así para una tienda se turnan. Para enviar de nuevo todas las filas, elija "Enviar todo de nuevo" en el menú del flujo.',
    pt: 'Deixa passar uma linha quando ela é nova ou difere da última gravada com a mesma chave, por fluxo e loja. Uma linha que falhou volta na próxima execução. As execuções de um fluxo assim para uma loja se revezam. Para enviar todas as linhas mais uma vez, escolha "Enviar tudo de novo" no menu do fluxo.',
  },
  keywords: [
    'delta',
    'changes',
    'incremental',
    'difference',
    'cambios',
    'diferencia',
    'nuevo',
    'mudanças',
    'alterados',
    'diferença',
    'novidades',
  ],
  outputs: [
    { ...rowOut, name: { en: 'Changed', es: 'Cambiadas', pt: 'Alteradas' } },
    { id: 'unchanged', type: 'row', name: { en: 'Unchanged', es: 'Sin cambios', pt: 'Sem mudança' } },
  ],
  fields: {
    key: {
      kind: 'expression',
      required: true,
      placeholder: 'codigo',
      name: keyName,
      help: {
        en: 'What tells one record from another: the code of the product, or code and warehouse: codigo & "/" & deposito',
        es: 'Lo que distingue un registro de otro: el código del producto, o código y almacén: codigo & "/" & deposito',
        pt: 'O que distingue um registro de outro: o código do produto, ou código e depósito: codigo & "/" & deposito',
      },
    },
    compare: {
      kind: 'table',
      name: { en: 'Compare only', es: 'Comparar solo', pt: 'Comparar somente' },
      help: {
        en: 'The fields that count. Without any, the whole row does, a date of export included.',
        es: 'Los campos que cuentan. Si no indica ninguno, cuenta toda la fila, también una fecha de exportación.',
        pt: 'Os campos que contam. Sem nenhum, conta a linha inteira, inclusive uma data de exportação.',
      },
      columns: {
        expression: {
          kind: 'expression',
          required: true,
          placeholder: 'preco',
          name: { en: 'Field', es: 'Campo', pt: 'Campo' },
        },
      },
    },
  },
  behaviour: {
    kind: 'changes',
    prepare({ config, parameters }) {
      const key = evaluator(config.key ?? '', keyName, parameters);
      const compared = lines(config.compare).map((line) => textOf(line, 'expression'));
      const values = compared.map((expression) => evaluator(expression, expression, parameters));
      return (row) =>
        withValues([key(row), ...values.map((value) => value(row))], ([found, ...contents]) => ({
          key: codeText(found),
          content: contents.length > 0 ? contents.map((one) => one ?? null) : row,
        }));
    },
  },
  example: {
    config: { key: 'codigo', compare: [{ expression: 'preco' }] },
    input: [
      { codigo: 'SKU-1', preco: 10 },
      { codigo: 'SKU-1', preco: 10 },
      { codigo: 'SKU-2', preco: 20 },
    ],
    output: {
      out: [
        { codigo: 'SKU-1', preco: 10 },
        { codigo: 'SKU-2', preco: 20 },
      ],
      unchanged: [{ codigo: 'SKU-1', preco: 10 }],
    },
  },
});

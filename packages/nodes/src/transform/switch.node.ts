// Sends each row down the way whose condition holds. Every case of the table is an output port.
import { defineNode, FAILED, UserError, type Emit, type Json } from '@eclusa/flow';
import { evaluator, isTrue, lines, textOf, withValues } from './evaluation';

const OTHERWISE = 'otherwise';

export default defineNode<{ cases?: Json; match?: 'first' | 'all' }>({
  id: 'transform.switch',
  version: 1,
  group: 'transform',
  name: { en: 'Switch', es: 'Bifurcar', pt: 'Desviar' },
  help: {
    en: 'Sends rows down different ways. Each case is a way with its condition; what matches none leaves by "Otherwise".',
    es: 'Envía las filas por caminos distintos. Cada caso es un camino con su condición; lo que no cumple ninguno sale por "En otro caso".',
    pt: 'Manda as linhas por caminhos diferentes. Cada caso é um caminho com a condição dele; o que não atende a nenhum sai por "Senão".',
  },
  keywords: [
    'if',
    'else',
    'case',
    'route',
    'branch',
    'split',
    'caso',
    'dividir',
    'condicional',
    'rota',
    'ruta',
  ],
  outputs: [{ id: OTHERWISE, type: 'row', name: { en: 'Otherwise', es: 'En otro caso', pt: 'Senão' } }],
  outputsFrom: 'cases',
  fields: {
    cases: {
      kind: 'table',
      required: true,
      minRows: 1,
      name: { en: 'Cases', es: 'Casos', pt: 'Casos' },
      help: {
        en: 'Each gets a way out of its own. Rows that fit none leave through “otherwise”.',
        es: 'Cada uno tiene su propia salida. Las filas que no encajan en ninguno salen por «En otro caso».',
        pt: 'Cada um ganha uma saída própria. Linhas que não cabem em nenhum saem por “senão”.',
      },
      columns: {
        id: {
          kind: 'text',
          required: true,
          maxLength: 64,
          pattern: '^[a-zA-Z][a-zA-Z0-9_-]*$',
          placeholder: 'new',
          name: { en: 'Short id', es: 'Id corto', pt: 'Id curto' },
          help: {
            en: 'Letters and digits. Connections hold on to it, so the name may change later.',
            es: 'Letras y números. Las conexiones dependen de él, así que el nombre puede cambiar después.',
            pt: 'Letras e números. As ligações dependem dele, então o nome pode mudar depois.',
          },
        },
        name: { kind: 'text', name: { en: 'Name', es: 'Nombre', pt: 'Nome' } },
        expression: {
          kind: 'expression',
          required: true,
          returns: 'boolean',
          name: { en: 'When', es: 'Cuando', pt: 'Quando' },
        },
      },
    },
    match: {
      kind: 'choice',
      default: 'first',
      name: { en: 'When several match', es: 'Si cumple varios', pt: 'Se atender a vários' },
      help: {
        en: '“Take all” sends the row out once for each case it fits.',
        es: '«Tomar todos» envía la fila una vez por cada caso en que encaja.',
        pt: '“Seguir todos” envia a linha uma vez para cada caso em que ela cabe.',
      },
      choices: [
        { value: 'first', name: { en: 'Take the first', es: 'Tomar el primero', pt: 'Seguir o primeiro' } },
        { value: 'all', name: { en: 'Take all', es: 'Tomar todos', pt: 'Seguir todos' } },
      ],
    },
  },
  behaviour: {
    kind: 'transform',
    prepare({ config, parameters }) {
      const cases = casesOf(config.cases).map(({ id, expression }) => ({
        port: id,
        evaluate: evaluator(expression, id, parameters),
      }));
      return (row) =>
        withValues(
          cases.map(({ evaluate }) => evaluate(row)),
          (values): Emit[] => {
            const matched = cases
              .filter((_, at) => isTrue(values[at]))
              .map(({ port }) => ({ port, value: row }));
            if (matched.length === 0) return [{ port: OTHERWISE, value: row }];
            return config.match === 'all' ? matched : matched.slice(0, 1);
          },
        );
    },
  },
  example: {
    config: {
      cases: [
        { id: 'new', name: 'New', expression: 'age < 7' },
        { id: 'old', name: 'Old', expression: 'age > 365' },
      ],
    },
    input: [{ age: 1 }, { age: 400 }, { age: 30 }],
    output: { new: [{ age: 1 }], old: [{ age: 400 }], otherwise: [{ age: 30 }] },
  },
});

function casesOf(table: Json | undefined): { id: string; expression: string }[] {
  const taken = new Set([OTHERWISE, FAILED]);
  return lines(table).map((line) => {
    const id = textOf(line, 'id');
    if (id === '' || taken.has(id)) throw new UserError('nodes.switch-case', { values: { id } });
    taken.add(id);
    return { id, expression: textOf(line, 'expression') };
  });
}

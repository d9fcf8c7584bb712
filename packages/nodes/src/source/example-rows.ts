// Example rows of boxes whose rows come from outside: for drawing and trying out the boxes behind, never in a run.
import {
  isJsonObject,
  UserError,
  type Field,
  type Json,
  type SourceContext,
  type SourcePage,
} from '@eclusa/flow';

/** The setting that holds the examples. */
export function exampleField(usual: string): Field {
  return {
    kind: 'code',
    language: 'json',
    default: usual,
    name: { en: 'Example', es: 'Ejemplo', pt: 'Exemplo' },
    help: {
      en: 'Rows as they will come, an object or a list of objects. They are only for drawing and trying out the boxes behind.',
      es: 'Filas como van a llegar, un objeto o una lista de objetos. Solo sirven para dibujar y probar las cajas siguientes.',
      pt: 'Linhas como vão chegar, um objeto ou uma lista de objetos. Servem só para desenhar e testar as caixas seguintes.',
    },
  };
}

/** What the box reads while it is tried out: its examples, or `usual` where the person left none. */
export function readExamples(usual: string) {
  return async function* ({
    config,
    cursor,
    pageSize,
  }: SourceContext<{ example?: string }>): AsyncGenerator<SourcePage> {
    const rows = exampleRows(config.example ?? usual);
    for (let from = Number(cursor ?? 0); from < rows.length; from += pageSize) {
      const records = rows.slice(from, from + pageSize).map((row, index) => recordOf(row, from + index + 1));
      yield { records, cursor: from + records.length, total: rows.length };
    }
  };
}

function exampleRows(text: string): Json[] {
  try {
    const read = JSON.parse(text) as Json;
    return Array.isArray(read) ? read : [read];
  } catch (cause) {
    throw new UserError('nodes.example-broken', { cause });
  }
}

function recordOf(raw: Json, row: number) {
  return isJsonObject(raw)
    ? { value: raw }
    : { raw, error: new UserError('nodes.example-row', { values: { row } }) };
}

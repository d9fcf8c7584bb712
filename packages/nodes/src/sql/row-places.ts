// What goes to the `:name` places of a statement that runs for each row.
import type { Json, Row } from '@eclusa/flow';
import { evaluator, lines, textOf } from '../transform/evaluation';
import { placesIn } from './statement';

/** Values for the places of a statement: what the lines of the form say, or the row's own field of that name. */
export function rowPlaces(
  text: string,
  table: Json | undefined,
  parameters: Readonly<Record<string, Json>>,
): (row: Row) => Promise<Record<string, Json>> {
  const given = lines(table).map((line) => {
    const name = textOf(line, 'name').replace(/^:/, '');
    return { name, evaluate: evaluator(textOf(line, 'value'), name, parameters) };
  });
  const named = new Set(given.map(({ name }) => name));
  const others = placesIn(text).filter((name) => !named.has(name));
  return async (row) => {
    const values: Record<string, Json> = {};
    for (const name of others) if (Object.hasOwn(row, name)) values[name] = row[name] ?? null;
    for (const { name, evaluate } of given) values[name] = (await evaluate(row)) ?? null;
    return values;
  };
}

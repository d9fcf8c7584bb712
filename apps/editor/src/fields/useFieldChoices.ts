// The fields a person may choose from: those of sample rows, else those the boxes before are known to give.
import type { FieldChoice } from './mapping-mode';
import { fieldChoices, pathExpression } from './mapping-mode';
import { useFieldScope, type FieldScope } from './field-scope';

/** Pure: the choices in a place. Groups are offered by their members. */
export function choicesIn({ rows, known = [] }: Pick<FieldScope, 'rows' | 'known'>): FieldChoice[] {
  if (rows.length > 0) return fieldChoices(rows);
  return known.map(({ path, example }) => ({
    label: path,
    expression: pathExpression(path.split('.')),
    sample: example,
  }));
}

/** The choices of the form this field stands in. */
export function useFieldChoices(): FieldChoice[] {
  return choicesIn(useFieldScope());
}

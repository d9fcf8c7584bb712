// The fields a person may choose from: those of sample rows, else those the boxes before are known to give.
import type { Json, KnownField, Row, SourceField, ValueKind } from '@eclusa/flow';
import { useFieldScope, type FieldScope } from './field-scope';
import { fieldChoices, fieldsOf, withKinds, type FieldChoice } from './mapping-mode';

const expected = new WeakMap<readonly KnownField[], readonly Row[]>();

/** The rows to read fields from: those that came, else one as the boxes before would give it. */
function sourceRows({ rows, known }: Pick<FieldScope, 'rows' | 'known'>): readonly Row[] {
  if (rows.length > 0 || !known || known.length === 0) return rows;
  const made = expected.get(known) ?? withKinds([exampleRow(known)], kindsOf(known));
  expected.set(known, made);
  return made;
}

const kinds = { text: 'text', number: 'number', boolean: 'yes-no', list: 'list', object: 'group' } as const;

/** Kinds of fields without an example, as far as they are known. */
function kindsOf(known: readonly KnownField[]): Map<string, ValueKind> {
  return new Map(
    known.flatMap(({ path, type, example }) => {
      const kind = type in kinds ? kinds[type as keyof typeof kinds] : undefined;
      return kind && example === null ? [[path, kind] as const] : [];
    }),
  );
}

/** One row that holds the example of each field at its path. */
function exampleRow(known: readonly KnownField[]): Row {
  const row: Record<string, Json> = {};
  for (const { path, example } of known) {
    const names = path.split('.');
    const last = names.pop()!;
    let at = row;
    for (const name of names) {
      const inside = at[name];
      at = (
        typeof inside === 'object' && inside !== null && !Array.isArray(inside) ? inside : (at[name] = {})
      ) as Record<string, Json>;
    }
    at[last] ??= example;
  }
  return row;
}

/** Pure: the choices in a place. Groups are offered by their members. */
export function choicesIn(scope: Pick<FieldScope, 'rows' | 'known'>): FieldChoice[] {
  return fieldChoices(sourceRows(scope));
}

/** The choices of the form this field stands in. */
export function useFieldChoices(): FieldChoice[] {
  return choicesIn(useFieldScope());
}

/** The same fields as a tree. */
export function useSourceFields(): readonly SourceField[] {
  return fieldsOf(sourceRows(useFieldScope()));
}

// What every field component takes. The form that hosts them knows no kind; the switch in FieldInput does.
import { createContext, type ComponentType } from 'react';
import type { Field, FieldKind, Json } from '@eclusa/flow';

/** A field description of one kind. */
export type FieldOf<K extends FieldKind> = Extract<Field, { kind: K }>;

export interface FieldProps<K extends FieldKind = FieldKind> {
  /** Unique on the page; labels and errors refer to it. */
  id: string;
  field: FieldOf<K>;
  value: Json | undefined;
  /** `undefined` takes the setting out. */
  onChange: (value: Json | undefined) => void;
  error?: string | undefined;
  /** Errors of lines within the field, by path below it: `basePrice`, `2.name`. */
  errorsInside?: Readonly<Record<string, string | undefined>>;
  /** A secret that is already kept on the server. */
  secretSet?: boolean | undefined;
}

/** Ends the switch over field kinds: a new kind does not compile until it is drawn. */
export function assertUnreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}

/** How a field that holds fields (a table) draws them, without importing the switch that draws it. */
export const FieldRenderer = createContext<ComponentType<FieldProps> | null>(null);

// The closed set of form fields. Nodes and connections describe their settings with these;
// one switch in the editor draws every form from them.
import type { Json } from './json';
import type { Suggest } from './suggest';
import type { Text } from './text';

interface FieldBase {
  name: Text;
  help?: Text;
  required?: boolean;
  /** Shown only while another field of the same form holds one of these values. */
  when?: { field: string; is: readonly Json[] };
  /** Kept behind "more settings". */
  advanced?: boolean;
}

/** One request of an API's reference, as a list to choose from has it. Short names: there are hundreds in a list. */
export interface ListedRequest {
  /** Method and path with places: `PUT /pricing/prices/{itemId}`. */
  request: string;
  /** Query parameters it asks for. */
  query?: readonly string[];
  /** Members its body asks for; absent when it asks for no body. */
  body?: readonly string[];
  /** The body is a list of such objects. */
  isList?: true;
  /** What choosing it sets besides, by field of the same form. */
  sets?: Readonly<Record<string, Json>>;
}

export interface Choice {
  value: string;
  name: Text;
  help?: Text;
}

/** A field of the thing a mapping fills: one body or path member of a VTEX operation, say. */
export interface MappingTarget {
  id: string;
  type: 'text' | 'number' | 'integer' | 'boolean' | 'date' | 'list' | 'object' | 'any';
  name: Text;
  help?: Text;
  required?: boolean;
  /** The unit as a person reads it: "decimal currency", "cents", "grams", "days". */
  unit?: Text;
  min?: number;
  max?: number;
  maxLength?: number;
  choices?: readonly Choice[];
  /** A JSONata expression offered as the first guess. */
  suggest?: string;
}

/** What a mapping holds in a node's config: one line per target, in the person's order. */
export type MappingLine = { target: string; expression: string };

export type Field = FieldBase &
  (
    | {
        kind: 'text';
        default?: string;
        placeholder?: string;
        multiline?: boolean;
        maxLength?: number;
        pattern?: string;
        /** Formulas in double braces are filled in: `{{name}}`. */
        places?: true;
        suggest?: Suggest;
      }
    | { kind: 'number'; default?: number; min?: number; max?: number; integer?: boolean; unit?: Text }
    | { kind: 'toggle'; default?: boolean }
    | { kind: 'choice'; choices: readonly Choice[]; default?: string }
    /**
     * A list to search. It holds nothing itself: choosing an entry fills the fields `method`, `path`, `mapping` (values
     * of the path), `query` and `body` of the same form.
     */
    | { kind: 'request'; requests: readonly ListedRequest[] }
    | { kind: 'date'; default?: string }
    /** Never leaves the server once saved. Connections only. */
    | { kind: 'secret' }
    /** Holds the id of a connection slot of the flow. `accepts` lists connection kinds. */
    | { kind: 'connection'; accepts: readonly string[] }
    /** Holds the id of another flow of the workspace. */
    | { kind: 'flow' }
    /** A JSONata expression over the row. */
    | { kind: 'expression'; default?: string; placeholder?: string; returns?: MappingTarget['type'] }
    /** `MappingLine[]`. Without `targets` the person names them. */
    | {
        kind: 'mapping';
        targets?: readonly MappingTarget[];
        /** Targets that depend on a choice of the same form: by its value. */
        targetsBy?: { field: string; targets: Readonly<Record<string, readonly MappingTarget[]>> };
        default?: readonly MappingLine[];
        /** Names for the targets that a person names. */
        suggest?: Suggest;
      }
    /** `places`: JSON in which `{name}` stands for a value, also where it makes no JSON by itself. */
    | { kind: 'code'; language: 'javascript' | 'json'; default?: string; places?: true }
    /** Holds a file id given by the upload route, or a path for the command line. */
    | { kind: 'file'; accepts?: readonly string[] }
    /** A list of small objects, each with these fields. */
    | {
        kind: 'table';
        columns: Readonly<Record<string, Field>>;
        default?: readonly Record<string, Json>[];
        minRows?: number;
      }
  );

export type FieldKind = Field['kind'];
export type Fields = Readonly<Record<string, Field>>;

/** The field as it is while the form holds `values`: a mapping whose targets depend on a choice gets them. */
export function fieldFor(field: Field, values: Readonly<Record<string, Json>>): Field {
  if (field.kind !== 'mapping' || !field.targetsBy) return field;
  const chosen = values[field.targetsBy.field];
  const known = field.targetsBy.targets;
  const targets = typeof chosen === 'string' && Object.hasOwn(known, chosen) ? known[chosen] : undefined;
  return { ...field, targets: targets ?? [] };
}

// Choices that the connected system is asked for while a person fills in a form: names of tables, entity sets, columns.
import type { ValueType } from './schema/columns';

/** On a field: which list is asked for. What a person types stays valid whether it is in the list or not. */
export interface Suggest {
  /** The list's name in the catalogue, such as `sql.tables`. */
  list: string;
  /** Settings of the same form the list depends on. While one of them is empty there is nothing to ask. */
  needs: readonly string[];
  /** The field holds several names with commas between. */
  many?: true;
}

/** Of a source whose system tells which fields its rows will have: the list that names them. */
export interface ToldFields {
  list: string;
  needs: readonly string[];
  /** Further settings that change the fields. */
  by?: readonly string[];
}

/** One entry of a list. */
export interface ListEntry {
  value: string;
  /** As the system calls its type, such as `Edm.Decimal` or `view`; shown beside the name. */
  note?: string;
  /** What rows hold under this name. */
  type?: ValueType;
  /** Texts that are dates. */
  format?: 'date' | 'date-time';
  /** Part of what identifies a row. */
  isKey?: true;
}

/** More entries than this are of no help to anybody. */
export const mostEntries = 2000;

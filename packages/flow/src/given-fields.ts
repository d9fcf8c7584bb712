// What a box says of the fields of its rows where its example cannot show them: for the editor and for the documents of a flow.
import type { Json } from './json';
import type { ToldFields } from './suggest';

/** The fields of the rows that a box makes, as its settings name them. */
export interface GivenFields {
  /**
   * Mappings and tables whose lines each name a field, by `target` or `name`; texts that name one. Left out where the
   * example shows what the box adds.
   */
  fields?: readonly string[];
  /** With this value of that setting the rows are another flow's, and nothing is known before some have been seen. */
  unknown?: { field: string; is: Json };
  /** With this value of that setting, what came in is there as well; `always` where no setting says so. */
  rest?: { field: string; is: Json } | 'always';
  /** For a box that makes rows of the entries of a list. */
  entries?: GivenEntries;
  /** For a source: its system tells what rows will hold, and nothing else of this does. */
  told?: ToldFields;
  /** For a box that puts rows of another input into a field. */
  rows?: GivenRows;
}

/** Rows of the input `of` lie in the field that the setting `into` names, for rows that leave by `at`. */
export interface GivenRows {
  of: string;
  into: string;
  at: readonly string[];
}

/** Where the members of a list's entries are found in the rows made of them. */
export interface GivenEntries {
  /** The setting that holds the path of the list. */
  of: string;
  /** The setting that names the field an entry is put in. */
  into: string;
  /** With this value of that setting, the members of an entry stand beside the other fields instead. */
  spread: { field: string; is: Json };
}

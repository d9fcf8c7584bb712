// The lists that fields of forms may ask for, by the name they ask by. Each reads and writes nothing.
import type { Json, NodeContext, ListEntry } from '@eclusa/flow';
import { workbookSheets } from './files/sheet-list';
import { entityFields, entityLinks, entitySets, odataRows } from './odata/lists';
import { sqlColumns, sqlRows, sqlTables } from './sql/lists';

/** `fresh`: what is remembered of earlier answers does not count. Throws UserError or RemoteError with what to do. */
export type SuggestionList = (
  context: NodeContext<Record<string, Json>>,
  fresh: boolean,
) => Promise<readonly ListEntry[]>;

export const suggestionLists: Readonly<Record<string, SuggestionList>> = {
  'odata.entity-sets': entitySets,
  'odata.fields': entityFields,
  'odata.links': entityLinks,
  'odata.rows': odataRows,
  'sql.tables': sqlTables,
  'sql.columns': sqlColumns,
  'sql.rows': sqlRows,
  'xlsx.sheets': workbookSheets,
};

// The names of the sheets of an uploaded workbook, to choose from.
import { UserError, type Json, type NodeContext, type ListEntry } from '@eclusa/flow';
import { openWorkbook } from './formats/xlsx-book';
import { maxFileBytes } from './limits';
import { uploadPlace } from './places/upload';

/** In the order of their tabs. Files that lie elsewhere are not fetched for it: there may be none yet, or many. */
export async function workbookSheets({
  config,
  files,
}: NodeContext<Record<string, Json>>): Promise<ListEntry[]> {
  if ((config['from'] ?? 'file') !== 'file') throw new UserError('nodes.list-upload-only');
  const place = uploadPlace(files, config['file'] as string | undefined);
  const [only] = await place.list();
  const file = await place.open(only!, null);
  try {
    const book = await openWorkbook(file, await file.head(4), maxFileBytes(config));
    try {
      return book.sheets.map(({ name }) => ({ value: name }));
    } finally {
      book.close();
    }
  } finally {
    await file.close();
  }
}

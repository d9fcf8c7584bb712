// Lists that the system of a box is asked for.
import { dataOf } from '@eclusa/client';
import type { FlowDocument, ListEntry } from '@eclusa/flow';
import { api } from './client';

export interface ListWish {
  document: FlowDocument;
  list: string;
  storeId: string | null;
  /** What the server remembers of earlier answers does not count. */
  fresh?: boolean;
}

/** As far as the system lists them. */
export interface Choices {
  items: ListEntry[];
  /** There are more than are listed. */
  more: boolean;
}

/** Asks with the document as it stands. Throws ApiProblem with what the system said. */
export async function askChoices(flowId: string, box: string, body: ListWish): Promise<Choices> {
  const params = { path: { id: flowId, box } };
  return (await dataOf(api.POST('/flows/{id}/boxes/{box}/choices', { params, body }))) as Choices;
}

// The count of items in the paged answers of Logistics.
import type { Json } from '@eclusa/flow';
import { asObject } from '../vtex/remote';

/** `paging.total` of an answer, where it stands. */
export function totalOf(answer: Json): number | undefined {
  const total = asObject(asObject(answer)?.['paging'])?.['total'];
  return typeof total === 'number' ? total : undefined;
}

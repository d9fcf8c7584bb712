// Ids as Master Data answers them: in either case, with or without the entity before them.
import type { Json } from '@eclusa/flow';
import { asObject } from '../vtex/remote';

/** The bare id in the answer to a write, or null. */
export function documentIdOf(answer: Json): string | null {
  const { DocumentId, documentId, Id, id } = asObject(answer) ?? {};
  const found = DocumentId ?? documentId ?? Id ?? id;
  return typeof found === 'string' ? found.replace(/^[A-Za-z0-9_]{2,40}-(?=[0-9a-f]{8}-)/i, '') : null;
}

// The ETag of a flow: its revision, and what else the answer holds. If-Match looks at the revision alone.
import { createHash } from 'node:crypto';
import { Refusal } from '../http/refusal';

/** Of a whole answer: another one whenever anything in it is another, so that no cache keeps an old one. */
export function flowEtag(revision: number, answer: object): string {
  const hash = createHash('sha256').update(JSON.stringify(answer)).digest('base64url').slice(0, 16);
  return `"${revision}-${hash}"`;
}

/**
 * The revision that `If-Match` wants; undefined without it and for `*`. Of several the one that is `current` when it is
 * among them. Throws 400 `api.if-match-invalid` for what no answer here had as its ETag.
 */
export function matchedRevision(header: string | undefined, current: number): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const revisions = header
    .slice(0, 500)
    .split(',')
    .map((tag) => Number(/^\s*"(\d{1,9})(?:-[\w-]{1,32})?"\s*$/.exec(tag)?.[1]));
  if (revisions.some(Number.isNaN)) throw new Refusal(400, 'api.if-match-invalid');
  return revisions.includes(current) ? current : revisions[0];
}

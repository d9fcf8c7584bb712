// When a page may be taken again whose last holder left calls unanswered.

/** SQL: a call that makes something was begun for a row of the page, and how it went was not recorded. */
export const isCalling = (pageId: string): string =>
  `EXISTS (SELECT 1 FROM run_effect e WHERE e.page_id = ${pageId} AND e.state = 'intent')`;

/**
 * SQL: no call of an earlier holder can be under way for the page. A store may do its work after its caller is gone, and a
 * look before that would not find what is about to be made. `ms`: how long that may be after the claim. Needs the columns
 * of `page`; a page that was given back says in `enqueued_at` when it is over.
 */
export const callsAreOver = (page: string, ms: string): string =>
  `((${page}.lease_until IS NULL OR ${page}.lease_until < now() - ${ms} * interval '1 ms')
    AND (${page}.enqueued_at IS NULL OR ${page}.enqueued_at <= now()) OR NOT ${isCalling(`${page}.id`)})`;

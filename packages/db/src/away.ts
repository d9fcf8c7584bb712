// Tells a database that is away, or has only just come back, from a statement that is at fault.

/** SQLSTATE 57P0x: shutting down, crashed, starting up; 08: connection lost; 53: no room for one more. */
const codes = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|57P0|08|53)/;
/** pg and its pool throw plain errors without a code when the server goes away. */
const messages =
  /Connection terminated|timeout exceeded when trying to connect|Client (has encountered|was closed)/;
/** What TypeORM throws at the next statement of a transaction whose connection was lost between two. */
const lostInTransaction = 'QueryRunnerAlreadyReleasedError';

/** True when the same work may succeed once Postgres is back. Looks at `error` itself, not at its cause. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code = '', message = '', name } = error as { code?: unknown; message?: unknown; name?: unknown };
  if (name === lostInTransaction) return true;
  return codes.test(String(code)) || messages.test(String(message));
}

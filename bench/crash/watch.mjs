// Looks at database and target twice a second: which runs are open, and how long each has stood still. Only time in
// which every process was up counts: what is away cannot be waited for.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const lookMs = 500;

const openRuns = `SELECT (parameters->>'tag')::int AS tag, state,
    concat_ws(' ', state, updated_at, read_rows) AS mark
  FROM run WHERE flow_id = ANY($1) AND state IN ('queued', 'running', 'cancelling')`;
const allRuns = `SELECT (r.parameters->>'tag')::int AS tag, r.id, r.state, r.read_rows::int AS "read",
    r.written::int, r.failed::int, r.error->>'code' AS code,
    (SELECT min(f.error->>'code') FROM run_failed_row f WHERE f.run_id = r.id) AS "rowCode"
  FROM run r WHERE r.flow_id = ANY($1)`;

/** Follows the runs of one flow. */
export class Watch {
  #upMs = 0;
  #since = 0;
  #moved = new Map();
  #lastMove = 0;
  #stopped = false;
  /** Runs open at the last look. */
  openCount = 0;
  /** The longest a single open run stood still, and any of them at all, in milliseconds. */
  longest = { ms: 0 };
  longestAll = 0;

  constructor({ stack, load, flows }) {
    Object.assign(this, { stack, load, flows });
  }

  /** Looks until stopped; a look that fails because something is away is left out. */
  async follow() {
    let before = performance.now();
    let wasWhole = this.stack.isWhole;
    for (; !this.#stopped; await sleep(lookMs)) {
      const isWhole = this.stack.isWhole;
      const now = performance.now();
      if (wasWhole && isWhole) this.#upMs += now - before;
      [before, wasWhole] = [now, isWhole];
      await this.#look().catch(() => undefined);
    }
  }

  stop() {
    this.#stopped = true;
  }

  /** Every run of the suite, as the database has it. */
  runs() {
    return this.#query(allRuns);
  }

  async #look() {
    const accepted = this.load.open;
    const open = await this.#query(openRuns);
    const called = new Set(await this.#called());
    const isOpen = new Set(open.map((run) => run.tag));
    this.load.ended(accepted.filter((tag) => !isOpen.has(tag)));
    for (const tag of this.#moved.keys()) if (!isOpen.has(tag)) this.#moved.delete(tag);
    let anyMoved = open.length === 0;
    for (const run of open) anyMoved = this.#note(run, called.has(`${run.tag}`)) || anyMoved;
    if (anyMoved) this.#lastMove = this.#upMs;
    this.longestAll = Math.max(this.longestAll, this.#upMs - this.#lastMove);
    this.openCount = open.length;
  }

  #note({ tag, state, mark }, hasCalled) {
    const known = this.#moved.get(tag);
    const moves = !known || known.mark !== mark || hasCalled;
    if (moves) this.#moved.set(tag, { mark, at: this.#upMs });
    const ms = moves ? 0 : this.#upMs - known.at;
    if (ms > this.longest.ms) this.longest = { ms, tag, state };
    return moves;
  }

  async #called() {
    const signal = AbortSignal.timeout(2_000);
    const answer = await fetch(`${this.stack.urlOf('target')}/progress?since=${this.#since}`, { signal });
    const { now, tags } = await answer.json();
    this.#since = now;
    return tags;
  }

  async #query(sql) {
    const client = new pg.Client({
      connectionString: this.stack.databaseUrl,
      connectionTimeoutMillis: 2_000,
      query_timeout: 20_000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query(sql, [Object.values(this.flows)])).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

// Keeps a number of runs in flight through the api and writes down what the api said to each request. A request is
// made once: what became of one whose answer was lost is for the comparison to find out.
import { setTimeout as sleep } from 'node:timers/promises';
import { startRun } from './runs.mjs';

/** Requests at one time. */
const lanes = 6;
/** Pause of a lane after a request that was not accepted. */
const refusedMs = 250;

/** Starts runs numbered from 1 until `stop()`. */
export class Load {
  #tag = 0;
  #stopped = false;
  #lanes = [];
  #open = new Set();
  /** By run number: `{ status, runId, reason }`; status 202 is a promise, 0 is no answer. */
  answers = new Map();

  constructor({ apiUrls, session, flows, runs }) {
    Object.assign(this, { apiUrls, session, flows, runs });
  }

  start() {
    this.#lanes = Array.from({ length: lanes }, () => this.#lane());
  }

  /** Resolves when the last request has its answer. */
  async stop() {
    this.#stopped = true;
    await Promise.all(this.#lanes);
  }

  /** Told which runs have ended; others may begin. */
  ended(tags) {
    for (const tag of tags) this.#open.delete(tag);
  }

  /** Numbers of the runs that were accepted and not seen to end. */
  get open() {
    return [...this.#open].filter((tag) => this.answers.get(tag)?.status === 202);
  }

  async #lane() {
    while (!this.#stopped) {
      if (this.#open.size >= this.runs) {
        await sleep(50);
        continue;
      }
      const tag = (this.#tag += 1);
      this.#open.add(tag);
      const base = this.apiUrls[tag % this.apiUrls.length];
      const answer = await startRun(base, this.session, this.flows, tag);
      this.answers.set(tag, answer);
      if (answer.status === 202) continue;
      this.#open.delete(tag);
      await sleep(refusedMs);
    }
  }
}

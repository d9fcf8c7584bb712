// The program that calls: names each call, and repeats it under its name, at either api, until there is an answer.
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { randomFrom } from '../crash/plan.mjs';
import { callBody } from '../parts/flows.mjs';
import { clock } from '../stack/clock.mjs';
import { fixed } from './options.mjs';

/** Answers after which nobody knows what became of a call. */
const isOpen = ({ status }) => status === 0 || status >= 500;

/** Sends calls with one key to a flow at all of `urls`. */
export class Client {
  #pools;
  #random;
  #next = 0;
  /** By reason: what came instead of an answer, each followed by a repeat. */
  unanswered = {};

  constructor({ urls, flowId, secret, connections, seed, name }) {
    this.#pools = urls.map(
      (url) => new Pool(url, { connections, pipelining: 1, connect: { timeout: 5_000 } }),
    );
    this.#random = randomFrom(seed + 2);
    Object.assign(this, { connections, name, path: `/api/v1/flows/${flowId}/runs` });
    this.authorization = `Bearer ${secret}`;
  }

  /** Number of the call that is sent next; undefined once the last one has been. */
  get progress() {
    return this.#next < (this.kinds?.length ?? 1) ? this.#next : undefined;
  }

  /** Sends a call of each of these kinds, `connections` at a time. Answers what became of each, in order. */
  async sendAll(kinds) {
    this.kinds = kinds;
    const calls = [];
    const lane = async () => {
      while (this.#next < kinds.length) {
        const index = this.#next++;
        calls[index] = await this.#call(index, kinds[index]);
      }
    };
    await Promise.all(Array.from({ length: this.connections }, lane));
    return calls;
  }

  /** Sends this many calls at one moment, each once. */
  burst(count) {
    const requests = Array.from({ length: count }, (_, index) => this.#once(index, bodyOf(index, 'plain')));
    return Promise.all(requests);
  }

  /** The same call once more. */
  again({ index, kind }) {
    return this.#ask(index, bodyOf(index, kind));
  }

  close() {
    return Promise.all(this.#pools.map((pool) => pool.close()));
  }

  async #call(index, kind) {
    const begun = clock();
    const body = bodyOf(index, kind);
    const both = kind === 'twins' ? [0, 1] : [undefined];
    const answers = await Promise.all(both.map((at) => this.#ask(index, body, at)));
    const tookMs = clock() - begun;
    if (kind === 'again') answers.push(await this.#ask(index, body));
    const other = kind === 'other' ? await this.#ask(index, bodyOf(index, 'changed')) : undefined;
    return { index, kind, begun, tookMs, answers, other };
  }

  /** The answer, after as many repeats as it takes; `tries` says how many requests that were. */
  async #ask(index, body, first) {
    const end = Date.now() + fixed.patienceMs;
    for (let tries = 1; ; tries++) {
      const answer = await this.#once(index, body, tries === 1 ? first : undefined);
      if (!isOpen(answer) || Date.now() > end) return { ...answer, tries };
      const why = answer.reason ?? `${answer.status}`;
      this.unanswered[why] = (this.unanswered[why] ?? 0) + 1;
      const { least, most } = fixed.pauseMs;
      await sleep(least + this.#random() * (most - least));
    }
  }

  async #once(index, { type, text }, at = Math.floor(this.#random() * this.#pools.length)) {
    const headers = {
      authorization: this.authorization,
      'content-type': type,
      'idempotency-key': `${this.name}-${index}`,
    };
    try {
      const answer = await this.#pools[at].request({ path: this.path, method: 'POST', headers, body: text });
      const { id, code } = JSON.parse(await answer.body.text());
      const isReplay = answer.headers['idempotency-replayed'] === 'true';
      const wait = Number(answer.headers['retry-after']);
      return { status: answer.statusCode, id, code, isReplay, ...(wait > 0 && { wait }), at: clock() };
    } catch (error) {
      return { status: 0, reason: error.code ?? error.name, at: clock() };
    }
  }
}

function bodyOf(index, kind) {
  const { rows } = callBody(index);
  if (kind === 'stream') return { type: 'application/x-ndjson', text: `${JSON.stringify(rows[0])}\n` };
  if (kind === 'bad') delete rows[0].estoque;
  if (kind === 'changed') rows[0].estoque = '-1,00';
  return { type: 'application/json', text: JSON.stringify({ rows }) };
}

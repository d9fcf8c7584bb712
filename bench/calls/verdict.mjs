// Compares what the apis answered with what the database and the store have. Pure; every doubt counts as a fault.
import { percentile, rounded } from '../report/figures.mjs';

/**
 * `calls`: what became of each, as the client tells it. `runs`: all of the flow, `{ id, state, read, written, failed }`.
 * `arrivals`: SKU (index of the call + 1) and moment of each write at the store. Answers figures.
 */
export function compare({ calls, runs, arrivals }) {
  const writes = firstWrites(arrivals);
  const byId = new Map(runs.map((run) => [run.id, run]));
  const accepted = calls.filter(({ answers }) => answers.some(({ status }) => status === 202));
  const ids = new Set(accepted.map(idOf));
  const kept = accepted.filter((call) => !fault(call, byId, writes));
  const bad = calls.filter(({ kind }) => kind === 'bad');
  const repeats = accepted.flatMap((call) => call.answers.slice(1).map((answer) => [idOf(call), answer]));
  const others = calls.filter(({ other }) => other);
  const skus = new Set(accepted.map(({ index }) => index + 1));
  return {
    calls: calls.length,
    accepted: accepted.length,
    completed: accepted.filter((call) => byId.get(idOf(call))?.state === 'completed').length,
    lost: accepted.length - kept.length,
    lostWhy: counted(accepted.map((call) => fault(call, byId, writes)).filter(Boolean)),
    ranUnasked: runs.filter(({ id }) => !ids.has(id)).length,
    writtenUnasked: [...writes.keys()].filter((sku) => !skus.has(sku)).length,
    repeats: repeats.length,
    repeatsElsewhere: repeats.filter(([id, { status, id: found }]) => status !== 202 || found !== id).length,
    otherBodies: others.length,
    otherBodiesTaken: others.filter(({ other }) => other.status !== 409).length,
    bad: bad.length,
    badTaken: bad.filter(({ answers }) => answers.some(({ status }) => status !== 422)).length,
    unasked: calls.filter(({ kind, answers }) => kind !== 'bad' && answers[0].status !== 202).length,
    answersLost: accepted.filter(isStoredUnheard).length,
    repeatedWrites: arrivals.length - writes.size,
    ...times(accepted, writes),
  };
}

/** What one key did with many calls at one moment; `runs` are all of the flow. */
export function compareBurst({ answers, runs }) {
  const completed = new Set(runs.filter(({ state }) => state === 'completed').map(({ id }) => id));
  const accepted = answers.filter(({ status }) => status === 202);
  const refused = answers.filter(({ status }) => status === 429);
  const ids = new Set(accepted.map(({ id }) => id));
  return {
    calls: answers.length,
    accepted: accepted.length,
    refused: refused.length,
    otherAnswers: answers.length - accepted.length - refused.length,
    otherWhy: counted(
      answers
        .filter(({ status }) => status !== 202 && status !== 429)
        .map(({ status, reason }) => reason ?? `${status}`),
    ),
    lost: accepted.filter(({ id }) => !completed.has(id)).length,
    refusedWithoutWait: refused.filter(({ wait }) => wait === undefined).length,
    ranUnasked: runs.filter(({ id }) => !ids.has(id)).length,
  };
}

/** Figures that have to be 0. */
export const promises = {
  calls: [
    ...[
      'lost',
      'ranUnasked',
      'writtenUnasked',
      'repeatsElsewhere',
      'otherBodiesTaken',
      'badTaken',
      'unasked',
    ],
    ...['lateElsewhere', 'defects'],
  ],
  burst: ['lost', 'ranUnasked', 'refusedWithoutWait', 'otherAnswers'],
};

/** True when none of the promises is broken. */
export function isKept(figures, names) {
  return names.every((name) => figures[name] === 0);
}

/** The run the first answer named. */
export function idOf({ answers }) {
  return answers.find(({ status }) => status === 202)?.id;
}

function fault(call, byId, writes) {
  const run = byId.get(idOf(call));
  if (!run) return 'not in the database';
  if (run.state !== 'completed') return run.state;
  if (run.read !== 1 || run.written !== 1 || run.failed !== 0) return 'completed, its totals are wrong';
  return writes.has(call.index + 1) ? undefined : 'completed, not at the store';
}

/** A first answer that says it is a repeat: the run was stored, and its 202 did not arrive. */
function isStoredUnheard({ kind, answers: [first] }) {
  return kind !== 'twins' && first.tries > 1 && first.isReplay;
}

/** By SKU, when it was first written. */
function firstWrites(arrivals) {
  const first = new Map();
  for (const [sku, moment] of arrivals) first.set(sku, Math.min(moment, first.get(sku) ?? Infinity));
  return first;
}

function times(accepted, writes) {
  const smooth = accepted.filter(({ answers: [first] }) => first.tries === 1);
  const all = accepted.map(({ tookMs }) => tookMs);
  const undisturbed = smooth.map(({ tookMs }) => tookMs);
  const effects = accepted.map(({ index, begun }) => writes.get(index + 1) - begun).filter(Number.isFinite);
  return {
    answeredFirstTime: smooth.length,
    p50: rounded(percentile(all, 0.5)),
    p99: rounded(percentile(all, 0.99)),
    p99FirstTime: rounded(percentile(undisturbed, 0.99)),
    effectP50: rounded(percentile(effects, 0.5)),
    effectP99: rounded(percentile(effects, 0.99)),
  };
}

function counted(names) {
  const counts = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

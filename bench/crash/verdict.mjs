// Compares what the api accepted with what the database and the target have. Pure; every doubt counts as a fault.
import { expected } from './flow.mjs';

/**
 * `answers`: what the api said by run number. `runs`: all runs of the database. `record`: what the target counted.
 * Answers figures; `isKept` says which must be 0.
 */
export function compare({ answers, runs, record }) {
  const byTag = new Map(runs.map((run) => [run.tag, run]));
  const accepted = [...answers].filter(([, answer]) => answer.status === 202).map(([tag]) => tag);
  const unanswered = [...answers.keys()].filter((tag) => answers.get(tag).status !== 202);
  const existing = unanswered.filter((tag) => byTag.has(tag));
  const missing = new Map([...accepted, ...existing].map((tag) => [tag, rowsMissing(tag, record)]));
  const kept = (tag) =>
    byTag.get(tag)?.state === 'completed' && missing.get(tag) === 0 && isWhole(byTag.get(tag));
  const lost = accepted.filter((tag) => !kept(tag));
  const half = existing.filter((tag) => !kept(tag));
  const strangers = callsWithoutRun(record, byTag);
  return {
    accepted: accepted.length,
    completed: accepted.filter((tag) => byTag.get(tag)?.state === 'completed').length,
    lost: lost.length + half.length + strangers,
    lostRuns: lost.length,
    unanswered: unanswered.length,
    unansweredThatExist: existing.length,
    unansweredHalf: half.length,
    rowsMissing: sum([...missing.values()]),
    rowsFailed: sum(runs.map((run) => run.failed)),
    callsWithoutRun: strangers,
    runsStoredTwice: runs.length - byTag.size,
    answersOfDefects: unanswered.filter((tag) => answers.get(tag).status === 500).length,
    ...repeats(record),
    lostWhy: counted([...lost, ...half].map((tag) => why(byTag.get(tag), missing.get(tag)))),
    unansweredWhy: counted(unanswered.map((tag) => reasonOf(answers.get(tag)))),
  };
}

/** True when these figures keep every promise. */
export function isKept(figures) {
  const broken = ['lost', 'repeatedCreates', 'runsStoredTwice', 'answersOfDefects'];
  return broken.every((name) => figures[name] === 0);
}

const isWhole = (run) =>
  run.failed === 0 && run.read === run.written && run.read === expected(run.tag).length;

function rowsMissing(tag, { creates, sets }) {
  return expected(tag).filter(
    ({ refId, sku, quantity }) => !creates[refId] || sets[sku]?.quantity !== quantity,
  ).length;
}

// A call for a run that the database does not have: something was done that nobody can be asked about.
function callsWithoutRun({ creates, sets }, byTag) {
  const tags = [
    ...Object.keys(creates).map((refId) => Number(refId.split('-')[0])),
    ...Object.keys(sets).map((sku) => Math.floor(Number(sku) / 1000)),
  ];
  return tags.filter((tag) => !byTag.has(tag)).length;
}

function repeats({ creates, sets }) {
  const setCalls = Object.values(sets).map((one) => one.calls);
  return {
    repeatedCreates: sum(Object.values(creates).map((calls) => calls - 1)),
    repeatedIdempotent: sum(setCalls.map((calls) => calls - 1)),
    mostCallsOfOneRow: Math.max(0, ...setCalls),
    creates: Object.keys(creates).length,
    idempotent: setCalls.length,
  };
}

function why(run, missing) {
  if (!run) return 'not in the database';
  if (run.state !== 'completed') return `${run.state} ${run.code ?? ''}`.trim();
  if (run.failed > 0) return `failed rows: ${run.rowCode}`;
  return missing > 0 ? 'completed, rows missing at the target' : 'completed, its totals are wrong';
}

const reasonOf = ({ status, reason }) => (status === 0 ? reason : `${status}`);
const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);

function counted(names) {
  const counts = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

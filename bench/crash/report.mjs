// The report: a table for people, and the same figures as JSON with what is needed to repeat them.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/setup/dependencies.mjs';
import { stamp } from '../report/stamp.mjs';
import { fixed, workerSettings } from './options.mjs';

const usualFile = path.join(root, 'bench/results/crash.json');

/** Prints the figures of an execution, saves them, and answers the file. */
export function writeReport({
  options: { out, ...options },
  figures,
  still,
  kills,
  fell,
  roundsDone,
  seconds,
}) {
  const file = out ?? usualFile;
  const report = {
    ...stamp(),
    settings: { ...options, ...fixed, ...workerSettings, postgresFsync: 'on' },
    roundsDone,
    seconds,
    kills,
    endedByThemselves: fell,
    figures,
    stoodStill: still,
  };
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  console.log(`\n${table(report)}\n`);
  return file;
}

function table({ settings, roundsDone, seconds, kills, endedByThemselves, figures: f, stoodStill }) {
  const rows = [
    ['rounds of crashes', `${roundsDone} of ${settings.rounds} (seed ${settings.seed}), ${seconds} s in all`],
    ['killed', list(kills)],
    ['ended by themselves', list(endedByThemselves)],
    [
      'accepted runs',
      `${f.accepted} (answer 202), ${settings.runs} in flight, ${settings.rowsPerRun} rows each`,
    ],
    ['completed', f.completed],
    ['LOST', `${f.lost}${f.lost ? `: ${list(f.lostWhy)}` : ''}`],
    ['rows missing at the target', f.rowsMissing],
    ['rows failed', f.rowsFailed],
    ['requests without a 202', `${f.unanswered}: ${list(f.unansweredWhy)}`],
    ['  of these stored', `${f.unansweredThatExist}, half done ${f.unansweredHalf}`],
    ['runs stored twice', f.runsStoredTwice],
    ['REPEATED CREATES', `${f.repeatedCreates} of ${f.creates}`],
    [
      'repeated idempotent calls',
      `${f.repeatedIdempotent} of ${f.idempotent}, at most ${f.mostCallsOfOneRow} for one row`,
    ],
    ['a run stood still, longest', `${stoodStill.runSeconds} s (${stoodStill.runState}), all processes up`],
    ['all runs stood still, longest', `${stoodStill.allSeconds} s`],
    [
      'drained after the last round',
      `${stoodStill.drainSeconds} s, ${stoodStill.openAfterDrain} runs left open`,
    ],
  ];
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, value]) => `${name.padEnd(width)}${value}`).join('\n');
}

function list(counts) {
  return (
    Object.entries(counts)
      .map(([name, count]) => `${count} × ${name}`)
      .join(', ') || 'none'
  );
}

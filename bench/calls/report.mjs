// The report: a table for people, beside the line of the bench's triggers, and the same figures as JSON.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/setup/dependencies.mjs';
import { rounded } from '../report/figures.mjs';
import { stamp } from '../report/stamp.mjs';
import { fixed } from './options.mjs';

const usualFile = path.join(root, 'bench/results/calls.json');
const benchFile = path.join(root, 'bench/results/bench.json');

/** Prints the figures of an execution, saves them, and answers the file. */
export function writeReport({ options: { out, ...options }, calls: { kills, figures }, burst, fell }) {
  const file = out ?? usualFile;
  const report = {
    ...stamp(),
    at: new Date().toISOString(),
    // Above the number of processors, others were at work as well.
    loadAverage: os.loadavg().map(rounded),
    settings: { ...options, ...fixed, postgresFsync: 'on' },
    ...{ kills, endedByThemselves: fell, calls: figures, burst },
  };
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  console.log(
    `\n${table(report, existsSync(benchFile) ? JSON.parse(readFileSync(benchFile, 'utf8')) : {})}\n`,
  );
  return file;
}

function table({ loadAverage, settings, kills, endedByThemselves, calls: f, burst }, bench) {
  const killed = Object.values(kills).reduce((sum, one) => sum + one, 0);
  const rows = [
    ['calls', `${f.calls} over ${settings.connections} connections, seed ${settings.seed}`],
    ['killed', `${killed}: ${list(kills)}`],
    ['ended by themselves', list(endedByThemselves)],
    ['load average', loadAverage.join(', ')],
    ['accepted', `${f.accepted} (answer 202), ${f.acceptedPerSecond}/s`],
    [
      'completed',
      `${f.completed}, ${f.completedPerSecond}/s; the last ${f.drainSeconds} s after the last call`,
    ],
    ['  undisturbed, of the bench', undisturbed(bench)],
    [
      'call to answer',
      `p50 ${f.p50} ms, p99 ${f.p99} ms with repeats; p99 of the first time ${f.p99FirstTime} ms`,
    ],
    ['call to effect', `p50 ${f.effectP50} ms, p99 ${f.effectP99} ms`],
    ['no answer, so repeated', list(f.unanswered)],
    ['  of these stored before', f.answersLost],
    ['LOST', `${f.lost}${f.lost ? `: ${list(f.lostWhy)}` : ''}`],
    ['RAN WITHOUT A 202', `${f.ranUnasked} runs, ${f.writtenUnasked} writes`],
    ['REPEATS THAT FOUND ANOTHER RUN', `${f.repeatsElsewhere} of ${f.repeats}, late ${f.lateElsewhere}`],
    ['other bodies taken', `${f.otherBodiesTaken} of ${f.otherBodies}; the others 409`],
    ['bad rows taken', `${f.badTaken} of ${f.bad}; the others 422`],
    ['good calls refused', f.unasked],
    ['answers of defects', f.defects],
    ['repeated writes', `${f.repeatedWrites}, allowed`],
    ...(burst ? burstRows(burst, settings) : []),
  ];
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, value]) => `${name.padEnd(width)}${value}`).join('\n');
}

function burstRows(f, { burst }) {
  return [
    [
      'at one moment, on one key',
      `${f.calls} over ${f.connections} connections; ${Math.ceil(burst / 10)} a minute`,
    ],
    ['  accepted, refused with 429', `${f.accepted}, ${f.refused}; other answers: ${list(f.otherWhy)}`],
    [
      '  LOST, RAN WITHOUT A 202',
      `${f.lost}, ${f.ranUnasked}; 429 without Retry-After ${f.refusedWithoutWait}`,
    ],
    ['  an api grew by, at most', `${f.apiGrowthMb} MB`],
  ];
}

/** The bench's own line: one api, one worker, nobody killed. */
function undisturbed({ triggers }) {
  const value = (name) => triggers?.figures.find((one) => one.name === name)?.value ?? 'unknown';
  return `accepted ${value('accepted')}/s, completed ${value('completed')}/s`;
}

function list(counts) {
  return (
    Object.entries(counts)
      .map(([name, count]) => `${count} × ${name}`)
      .join(', ') || 'none'
  );
}

// The report: a table for people, and the same figures as JSON with what is needed to repeat them, and as a picture.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/setup/dependencies.mjs';
import { settings } from '../stack/bench.mjs';
import { picture } from './picture.mjs';
import { stamp } from './stamp.mjs';
import { table } from './table.mjs';

const resultsFile = path.join(root, 'bench/results/bench.json');
const pictureFile = path.join(root, 'docs/images/bench.svg');

/** Prints what a part found. */
export function printPart(name, { figures, details }) {
  console.log(`\n${table(name, figures)}\n\n${JSON.stringify(details)}\n`);
}

/**
 * Saves parts of full size in the project, with the parts that were not run as they are there, and the picture of all; parts
 * of another size only where `out` says. Each part carries its own stamp. Answers the files written.
 */
export function save(parts, { sizes, isFull, out }) {
  if (!isFull && !out) return [];
  const file = out ?? resultsFile;
  const from = {
    ...stamp(),
    at: new Date().toISOString(),
    settings: { ...settings, ...sizes, postgresFsync: 'on' },
  };
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const fresh = Object.entries(parts).map(([name, part]) => [name, { ...from, ...part }]);
  const report = { ...before, ...Object.fromEntries(fresh) };
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  if (out) return [file];
  writeFileSync(pictureFile, picture(report));
  return [file, pictureFile];
}

// `npm test`: all set-up, then lint, types, unit, integration and browser tests. The last line printed is
// the sum over all suites; nothing is left out silently: a skipped test counts as failed.
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { secondLook } from './second-look.mjs';
import { ensureDependencies, nxProgram, root } from './setup/dependencies.mjs';
import { ensureDatabaseServers } from './setup/database-servers.mjs';
import { ensureFileServers } from './setup/file-servers.mjs';
import { ensureChromium } from './setup/machine.mjs';
import { startPostgres } from './setup/postgres.mjs';
import { Processes } from './setup/processes.mjs';
import { ensureRedis, startRedis } from './setup/redis.mjs';
import { explain, say } from './setup/say.mjs';

const results = [];
/** Each test that failed, by file and name: said again at the end, where it is found. See second-look.mjs. */
let failures = [];
let passedAlone = [];
const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0', TZ: 'UTC' };
// Without its daemon Nx puts every `dist` in place anew, also one that is as it should be: not under others that read it.
const asBuilt = ['--excludeTaskDependencies', '--outputStyle=static'];
// What computes gives way to what waits, so that a test's store or browser is not late on a busy machine: about one part in ten.
const behindOthers = 10;
const running = new Set();
let leftOut = 0;
let processes;
let folder;
/** Where integration tests find Postgres and Redis. */
let testEnv;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(130));

try {
  ensureDependencies();
  const chromium = ensureChromium();
  ensureRedis();
  ensureFileServers();
  ensureDatabaseServers();
  await buildAll();
  // Integration and browser tests mostly wait: for a lease, a lane, a page. Compilers and unit tests fill what they leave, and
  // the scripts' own tests, some of which measure, come when little else goes on.
  const lanes = [integrationTests(), browserTests(chromium), checkProjects().then(scriptTests)];
  for (const one of await Promise.allSettled(lanes)) if (one.status === 'rejected') throw one.reason;
  ({ failed: failures, alone: passedAlone } = await secondLook(failures, results, say));
} catch (error) {
  explain(error);
  results.push({ suite: 'set-up', passed: 0, failed: 1 });
}
await end();

async function buildAll() {
  say('building');
  const code = await run(process.execPath, [nxProgram(), 'run-many', '-t', 'build', '--outputStyle=static']);
  results.push({ suite: 'build', passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
}

async function checkProjects() {
  say('lint, types and unit tests');
  clearResults('unit.json');
  const output = [];
  const code = await run(
    process.execPath,
    [nxProgram(), 'run-many', '-t', 'lint', 'typecheck', 'test', ...asBuilt],
    env,
    output,
    behindOthers,
  );
  const failedTasks = new Set(
    [...output.join('').matchAll(/^\s*- ([\w-]+:[\w-]+)\s*$/gm)].map((match) => match[1]),
  );
  for (const target of ['lint', 'typecheck']) {
    const failed = projectsWith(target).filter((name) => failedTasks.has(`${name}:${target}`)).length;
    results.push({ suite: target, passed: projectsWith(target).length - failed, failed });
  }
  if (code !== 0 && failedTasks.size === 0) results.push({ suite: 'nx', passed: 0, failed: 1 });
  for (const name of projectsWith('test')) addJest(name, 'unit');
  showCoverage();
}

/** How much of VTEX's own documents the typed boxes cover, as their test has just found it. */
function showCoverage() {
  const file = path.join(root, 'packages/nodes/test-results/vtex-coverage.txt');
  if (!existsSync(file))
    return say('VTEX’s documents are not beside the project: boxes were not checked against them');
  say('VTEX operations made by a box of their own, by module of VTEX’s reference');
  console.log(readFileSync(file, 'utf8').trimEnd());
}

async function scriptTests() {
  say('tests of the scripts, the lint rules, the bench and the crash suite');
  const output = [];
  const files = ['scripts', 'scripts/setup', 'bench', 'bench/report', 'bench/crash', 'bench/calls'].flatMap(
    (folder) =>
      readdirSync(path.join(root, folder))
        .filter((name) => name.endsWith('.test.mjs'))
        .map((name) => path.join(folder, name)),
  );
  // Two at a time: some only compute, others mostly wait for a stack of their own.
  const args = ['--test', '--test-concurrency=2', '--test-reporter=tap', ...files];
  await run(process.execPath, args, env, output);
  const figure = (name) =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(output.join(''))?.[1] ?? Number.NaN);
  const passed = figure('pass') || 0;
  failures.push(
    ...[...output.join('').matchAll(/^not ok \d+ - (.+)$/gm)].map(([, name]) => ({
      ...{ suite: 'scripts', place: 'scripts', name },
    })),
  );
  const failed = Number.isNaN(figure('fail'))
    ? 1
    : figure('fail') + figure('skipped') + figure('todo') + figure('cancelled');
  results.push({ suite: 'scripts', passed, failed });
}

async function integrationTests() {
  say('integration tests on a real Postgres and Redis');
  folder = mkdtempSync(path.join(os.tmpdir(), 'eclusa-test-'));
  // Postgres runs as another user when we are root, and has to get in.
  chmodSync(folder, 0o755);
  processes = new Processes(folder);
  // Test data is thrown away: no fsync. Everything else is as in `npm start`.
  testEnv = {
    ...env,
    ECLUSA_TEST_DATABASE_URL: await startPostgres(processes, folder, ['fsync=off', 'max_connections=300']),
    ECLUSA_TEST_REDIS_URL: await startRedis(processes, folder),
  };
  clearResults('integration.json');
  await run(process.execPath, [nxProgram(), 'run-many', '-t', 'test-int', ...asBuilt], testEnv);
  for (const name of projectsWith('test-int')) addJest(name, 'integration');
}

async function browserTests(chromium) {
  say('browser tests in Chromium');
  const file = path.join(root, 'e2e/test-results/e2e.json');
  rmSync(file, { force: true });
  const cli = path.join(root, 'node_modules/@playwright/test/cli.js');
  await run(process.execPath, [cli, 'test', '--config', 'e2e/playwright.config.ts'], {
    ...env,
    CHROMIUM_PATH: chromium,
    ECLUSA_BUILT: '1',
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const report = readJson(file);
  if (!report?.stats) return results.push({ suite: 'e2e', passed: 0, failed: 1 });
  const { expected, unexpected, flaky, skipped } = report.stats;
  const notOk = report.suites.flatMap(({ specs }) => specs.filter(({ ok }) => !ok));
  for (const { file, title } of notOk) {
    const again = () => browserTestsAgain(chromium, file);
    failures.push({ suite: 'e2e', place: `e2e/${file}`, name: title, again });
  }
  return results.push({ suite: 'e2e', passed: expected, failed: unexpected + flaky + skipped });
}

/** All tests of one file, in a product started anew. */
async function browserTestsAgain(chromium, file) {
  const cli = path.join(root, 'node_modules/@playwright/test/cli.js');
  const args = ['test', '--config', 'e2e/playwright.config.ts', file];
  const out = path.join(root, 'e2e/test-results/again.json');
  const more = { CHROMIUM_PATH: chromium, ECLUSA_BUILT: '1', PLAYWRIGHT_JSON_OUTPUT_NAME: out };
  return (await run(process.execPath, [cli, ...args], { ...env, ...more })) === 0;
}

/** All tests of one file. */
async function jestAgain(project, kind, file) {
  const config = path.join(root, kind === 'unit' ? 'jest.unit.cjs' : 'jest.int.cjs');
  const args = ['-c', config, '--rootDir', folderOf(project), '--runTestsByPath', file];
  const jest = path.join(root, 'node_modules/jest/bin/jest.js');
  const environment = kind === 'unit' ? env : testEnv;
  return (await run(process.execPath, [jest, ...args], environment, undefined, 0, folderOf(project))) === 0;
}

function addJest(project, kind) {
  const file = path.join(folderOf(project), 'test-results', `${kind}.json`);
  const report = readJson(file);
  if (!report) return results.push({ suite: `${project} ${kind}`, passed: 0, failed: 1 });
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests } = report;
  // Tests over real files are left out where the files are not beside the project, and only those.
  const skipped = existsSync(path.join(root, '../shared/samples')) ? numPendingTests : 0;
  leftOut += numPendingTests - skipped;
  const failed = numFailedTests + numRuntimeErrorTestSuites + skipped + numTodoTests;
  for (const file of report.testResults.filter(({ status }) => status === 'failed')) {
    const place = path.relative(root, file.name);
    const tests = file.assertionResults.filter(({ status }) => status === 'failed');
    const names = tests.length === 0 ? ['could not be run'] : tests.map(({ fullName }) => fullName);
    const again = () => jestAgain(project, kind, file.name);
    failures.push(...names.map((name) => ({ suite: `${project} ${kind}`, place, name, again })));
  }
  return results.push({ suite: `${project} ${kind}`, passed: numPassedTests, failed });
}

function clearResults(name) {
  for (const project of Object.keys(projects())) {
    rmSync(path.join(folderOf(project), 'test-results', name), { force: true });
  }
}

// Read once from the workspace's own package.json files: name → folder and targets.
function projects() {
  projects.known ??= Object.fromEntries(
    ['apps/api', 'apps/worker', 'apps/editor', 'apps/cli', 'e2e', 'bench']
      .concat(
        ['flow', 'engine', 'nodes', 'vtex', 'db', 'queue', 'client', 'sandbox'].map(
          (name) => `packages/${name}`,
        ),
      )
      .map((place) => [
        path.basename(place),
        { place, scripts: readJson(path.join(root, place, 'package.json')).scripts },
      ]),
  );
  return projects.known;
}

function projectsWith(target) {
  return Object.keys(projects()).filter((name) => projects()[name].scripts?.[target]);
}

function folderOf(project) {
  return path.join(root, projects()[project].place);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Runs a program with its output shown; `output` collects it as well. Above 0, `niceness` lets others go first. Answers
 * the exit code.
 */
function run(command, args, environment = env, output = undefined, niceness = 0, cwd = root) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: environment,
      stdio: output ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    // Nx says on one stream what ran, and on the other what failed.
    for (const stream of output ? ['stdout', 'stderr'] : []) {
      child[stream].on('data', (data) => {
        output.push(data.toString());
        process[stream].write(data);
      });
    }
    if (niceness > 0 && child.pid) os.setPriority(child.pid, niceness);
    running.add(child);
    child.once('close', (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
    child.once('error', () => resolve(1));
  });
}

async function end(code) {
  for (const child of running) child.kill('SIGINT');
  await processes?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
  const passed = results.reduce((sum, one) => sum + one.passed, 0);
  const failed = results.reduce((sum, one) => sum + one.failed, 0);
  process.stdout.write('\n');
  for (const { place, name } of failures) process.stdout.write(`✗ ${place}: ${name}\n`);
  for (const { place, name } of passedAlone) {
    process.stdout.write(`! ${place}: ${name}: failed beside the others, passed alone\n`);
  }
  for (const one of results) {
    process.stdout.write(
      `${one.failed ? '✗' : '✓'} ${one.suite.padEnd(24)} ${one.passed} passed, ${one.failed} failed\n`,
    );
  }
  if (leftOut > 0) say(`${leftOut} tests were left out: ../shared/samples is not beside the project`);
  say('done');
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(code ?? (failed > 0 || passed === 0 ? 1 : 0));
}

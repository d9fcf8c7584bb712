// `eclusa run`: a flow file through the same engine and nodes as the server, in this process.
import { dirname, join, resolve } from 'node:path';
import { compilePlan, runInProcess } from '@eclusa/engine';
import type { FailedRow, Plan, RunSummary } from '@eclusa/engine';
import { describeNode, validateFlow } from '@eclusa/flow';
import type { FlowDocument, Locale, NodeType } from '@eclusa/flow';
import { connectionKinds, nodeTypes } from '@eclusa/nodes';
import { readBindings } from './bindings';
import type { Bindings } from './bindings';
import { exitCodes } from './exit-codes';
import type { ExitCode } from './exit-codes';
import { withInput, withoutInput } from './input-rows';
import { readFlow } from './json-file';
import { localHost } from './local-host';
import type { LocalHost } from './local-host';
import { NdjsonFile } from './ndjson-file';
import { parseHosts, parsePageSize, parseParameters } from './options';
import { hasErrors, problemLines } from './problems';
import { progressView } from './progress';
import { explain, label } from './sentences';
import { failedShown, summaryJson, summaryText } from './summary';
import type { Outcome } from './summary';
import type { Terminal } from './terminal';

export interface RunCommandOptions {
  bind?: string;
  param?: string[];
  input?: string;
  dryRun?: boolean;
  json?: boolean;
  out?: string;
  allowHost?: string[];
  pageSize?: string;
  quiet?: boolean;
}

interface Installed {
  document: FlowDocument;
  types: ReadonlyMap<string, NodeType>;
  bindings: Bindings;
}

/** Runs the flow and prints what it came to. Throws UserError for what a person typed wrong. */
export async function run(
  file: string,
  options: RunCommandOptions,
  terminal: Terminal,
  locale: Locale,
): Promise<ExitCode> {
  const pageSize = parsePageSize(options.pageSize);
  const allowHosts = parseHosts(options.allowHost ?? []);
  const flowFile = resolve(terminal.cwd, file);
  const installed = await install(flowFile, options, terminal, locale);
  if (refuses(installed, file, terminal, locale)) return exitCodes.invalid;
  const { document, types, bindings } = installed;
  const plan = compilePlan(document, types, { parameters: bindings.parameters });
  const out = resolve(terminal.cwd, options.out ?? 'eclusa-out');
  const written: string[] = [];
  const { host, keepCodes, close } = localHost({
    files: { flowFolder: dirname(flowFile), cwd: terminal.cwd, out, onWritten: (path) => written.push(path) },
    connections: bindings.slots,
    allowHosts,
  });
  try {
    const run = { plan, host, keepCodes, pageSize, out, locale, dryRun: options.dryRun ?? false };
    const outcome = await execute(run, options.quiet ?? false, terminal);
    const whole = { ...outcome, flow: document.name, files: written };
    terminal.out(
      options.json ? `${JSON.stringify(summaryJson(whole, locale), null, 2)}\n` : summaryText(whole, locale),
    );
    return exitOf(whole.summary);
  } finally {
    await close();
  }
}

async function install(
  file: string,
  options: RunCommandOptions,
  terminal: Terminal,
  locale: Locale,
): Promise<Installed> {
  const written = await readFlow(file);
  const kinds = { kinds: connectionKinds, env: terminal.env };
  const bindings: Bindings =
    options.bind === undefined
      ? { slots: {}, parameters: {} }
      : await readBindings(resolve(terminal.cwd, options.bind), written, kinds);
  const typed = parseParameters(options.param ?? [], written, locale);
  const parameters = { ...bindings.parameters, ...typed };
  const { document, nodeTypes: types } =
    options.input === undefined
      ? withoutInput(written, nodeTypes)
      : withInput(written, nodeTypes, resolve(terminal.cwd, options.input));
  return { document, types, bindings: { slots: bindings.slots, parameters } };
}

function refuses(installed: Installed, file: string, terminal: Terminal, locale: Locale): boolean {
  const { document, types, bindings } = installed;
  const catalogue = new Map([...types].map(([id, type]) => [id, describeNode(type)]));
  const problems = validateFlow(document, catalogue, bindings);
  if (!hasErrors(problems)) return false;
  const errors = problems.filter((problem) => problem.severity === 'error');
  const heading = label('invalid', locale, { file, count: errors.length });
  terminal.err(`${[heading, ...problemLines(errors, document, locale)].join('\n')}\n`);
  return true;
}

interface Execution {
  plan: Plan;
  host: LocalHost['host'];
  keepCodes: LocalHost['keepCodes'];
  pageSize: number;
  out: string;
  dryRun: boolean;
  locale: Locale;
}

async function execute(
  run: Execution,
  quiet: boolean,
  terminal: Terminal,
): Promise<Omit<Outcome, 'flow' | 'files'>> {
  const { plan, host, keepCodes, pageSize, dryRun, locale } = run;
  const stop = new AbortController();
  const listened = terminal.onInterrupt(() => {
    terminal.err(`${label('cancelling', locale)}\n`);
    stop.abort(new Error('interrupted'));
  });
  const failedFile = new NdjsonFile(join(run.out, 'failed.ndjson'));
  const requestsFile = new NdjsonFile(join(run.out, 'requests.ndjson'));
  const failed: FailedRow[] = [];
  const view = progressView(terminal, locale, Date.now);
  try {
    const summary = await runInProcess(plan, {
      host,
      signal: stop.signal,
      pageSize,
      dryRun,
      onProgress: (progress) => (quiet ? undefined : view.show(progress)),
      onFailed(row) {
        failedFile.add({ ...row, text: explain(row.error, locale) });
        if (failed.length < failedShown.json) failed.push(row);
      },
      onSaved: keepCodes,
      onRequest: (request) => requestsFile.add(request),
    });
    view.end();
    return {
      dryRun,
      summary,
      // Pages end in any order.
      failed: failed.sort((a, b) => a.row - b.row),
      failedFile: failedFile.lines > 0 ? failedFile.file : null,
      requests: requestsFile.lines,
      requestsFile: requestsFile.lines > 0 ? requestsFile.file : null,
    };
  } finally {
    listened();
    failedFile.close();
    requestsFile.close();
  }
}

function exitOf({ state, totals }: RunSummary): ExitCode {
  if (state === 'cancelled') return exitCodes.cancelled;
  if (state === 'failed') return exitCodes.failed;
  return totals.failed > 0 ? exitCodes.failedRows : exitCodes.ok;
}

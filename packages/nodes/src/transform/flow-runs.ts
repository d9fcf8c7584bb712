// Hands rows to runs of another flow, lets go until all of them have ended, and says of each row what came of its run.
// What is run again, after a wait or a crash, makes the same lots of the same rows: a lot's number is its run's.
import {
  isJsonObject,
  NOTE,
  sentences,
  UserError,
  type BarrierContext,
  type CalledFlow,
  type FlowCallEnd,
  type FlowCalls,
  type Json,
  type JsonObject,
  type Kept,
  type RecordedRequest,
  type Row,
} from '@eclusa/flow';
import { mostRowsPerRun, type CallFlowConfig } from './call-flow-fields';
import { schemaCheck } from './schema-faults';

/** Runs that one box starts in one run of its flow. */
export const mostRuns = 10_000;
/** Bytes of an answer that is put into a row, as JSON. */
const mostAnswerBytes = 64 * 1024;
/** Bytes of answers in one page. */
const mostPageBytes = 4 * 1024 * 1024;
/** Ends that are asked for together. */
const endsTogether = 200;
/** Rows of a run that a dry run shows. */
const mostShown = 50;
/** Whoever runs this is told sooner when the runs have ended. */
const longestWait = 24 * 3_600_000;

/** What is known of a row when it leaves: of its run, why it goes no further, or, in a dry run, what would be started. */
export type RunNote =
  | { is: 'done'; run: JsonObject }
  | { is: 'answer' }
  | { is: 'failed'; code: string; values: JsonObject }
  | { is: 'shown'; request?: RecordedRequest };

type Pages = AsyncIterable<Row[]>;
type Context = BarrierContext<CallFlowConfig>;
/** Rows for one run, or a row that the flow does not take. */
type Lot = { rows: Row[] } | { refused: Row; note: RunNote };

/** The pages of the box. Throws UserError where the flow cannot be called. */
export async function* collectRuns(pages: Pages, context: Context): AsyncIterable<Row[] | Kept> {
  const { config, kept, dryRun, flows } = context;
  if (dryRun) return yield* shown(pages, context);
  if (!flows) throw new UserError('nodes.calls-need-service');
  const version = isJsonObject(kept) ? Number(kept['version']) : undefined;
  const rows = version === undefined ? await countOf(pages, context) : undefined;
  if (rows === 0) return;
  const called = await flows.find(config.flow ?? '', version);
  refuseSilent(called, config);
  const keep = { version: called.version };
  if (rows !== undefined) {
    refuseTooMany(rows, called, config);
    // Whatever is published meanwhile, all rows go through the same version.
    yield { keep };
  }
  await startAll(pages, flows, called, context);
  while ((await flows.open()) > 0) yield { keep, after: longestWait };
  yield* new Results(flows, called, context).of(pages);
}

async function countOf(pages: Pages, { signal }: Context): Promise<number> {
  let rows = 0;
  for await (const page of pages) {
    signal.throwIfAborted();
    rows += page.length;
  }
  return rows;
}

function refuseTooMany(rows: number, { name }: CalledFlow, config: CallFlowConfig): void {
  const runs = Math.ceil(rows / perRun(config));
  if (runs <= mostRuns) return;
  throw new UserError('nodes.calls-too-many', { values: { rows, runs, most: mostRuns, flow: name } });
}

function refuseSilent({ answers, name }: CalledFlow, { goesOn }: CallFlowConfig): void {
  if (goesOn !== 'answer' || answers) return;
  throw new UserError('flow.called-answers-nothing', { values: { flow: name } });
}

async function startAll(
  pages: Pages,
  flows: FlowCalls,
  called: CalledFlow,
  { config, signal }: Context,
): Promise<void> {
  const { flow = '', atOnce = 1 } = config;
  const started = await flows.started();
  let number = 0;
  for await (const lot of lotsOf(pages, called, config)) {
    signal.throwIfAborted();
    if ('refused' in lot) continue;
    if (number >= started)
      await flows.start({ flow, version: called.version, number, rows: lot.rows, atOnce });
    number++;
  }
}

function perRun({ rowsPerRun = mostRowsPerRun }: CallFlowConfig): number {
  return Math.min(Math.max(1, rowsPerRun), mostRowsPerRun);
}

async function* lotsOf(pages: Pages, called: CalledFlow, config: CallFlowConfig): AsyncIterable<Lot> {
  const reasonOf = refusals(called);
  const most = perRun(config);
  let rows: Row[] = [];
  for await (const page of pages) {
    for (const row of page) {
      const note = reasonOf(row);
      if (note) yield { refused: row, note };
      else rows.push(row);
      if (rows.length < most) continue;
      yield { rows };
      rows = [];
    }
  }
  if (rows.length > 0) yield { rows };
}

/** Why the flow does not take a row, by the schema of its box for called rows. */
function refusals({ name, schema }: CalledFlow): (row: Row) => RunNote | undefined {
  if (schema.trim() === '') return () => undefined;
  const check = schemaCheck(schema);
  return (row) => {
    const faults = check(row).slice(0, 3);
    if (faults.length === 0) return undefined;
    const told = (locale: 'en' | 'es' | 'pt') =>
      faults.map(({ field, message }) => `${field}: ${message[locale].replace(/\.$/, '')}`).join('; ');
    const reason = { en: told('en'), es: told('es'), pt: told('pt') };
    return { is: 'failed', code: 'nodes.call-row-refused', values: { flow: name, reason } };
  };
}

function noted(row: Row, note: RunNote): Row {
  return { ...row, [NOTE]: note as unknown as Json };
}

/** Rows with what came of their runs, a page at a time. */
class Results {
  private ends: FlowCallEnd[] = [];
  private page: Row[] = [];
  private bytes = 0;

  constructor(
    private readonly flows: FlowCalls,
    private readonly called: CalledFlow,
    private readonly context: Context,
  ) {}

  async *of(pages: Pages): AsyncIterable<Row[]> {
    const { config, signal, pageSize } = this.context;
    let number = 0;
    for await (const lot of lotsOf(pages, this.called, config)) {
      signal.throwIfAborted();
      if ('refused' in lot) this.page.push(noted(lot.refused, lot.note));
      else await this.settle(lot.rows, number++);
      if (this.page.length >= pageSize || this.bytes >= mostPageBytes) yield this.take();
    }
    if (this.page.length > 0) yield this.take();
  }

  private take(): Row[] {
    const { page } = this;
    this.page = [];
    this.bytes = 0;
    return page;
  }

  private async settle(rows: readonly Row[], number: number): Promise<void> {
    const end = await this.endOf(number);
    const fault = this.faultOf(end);
    const all = (note: RunNote) => this.page.push(...rows.map((row) => noted(row, note)));
    if (fault) return void all(fault);
    if (this.context.config.goesOn === 'answer') return this.settleByAnswer(rows, end);
    const { runId, state, read, written, failed } = end;
    const run: JsonObject = { runId, state, read, written, failed };
    // A list for all rows of a run would stand in each of them.
    if (this.called.answers && perRun(this.context.config) === 1) {
      const answer = (await this.flows.answer(runId)) ?? null;
      const bytes = Buffer.byteLength(JSON.stringify(answer));
      this.bytes += bytes;
      if (bytes > mostAnswerBytes) return void all(this.tooLarge(bytes));
      run['answer'] = answer;
    }
    all({ is: 'done', run });
  }

  private async settleByAnswer(rows: readonly Row[], { runId }: FlowCallEnd): Promise<void> {
    const answer = await this.flows.answer(runId);
    if (answer === undefined) {
      const values = { flow: this.called.name, runId };
      const note: RunNote = { is: 'failed', code: 'nodes.call-no-answer', values };
      return void this.page.push(...rows.map((row) => noted(row, note)));
    }
    this.bytes += Buffer.byteLength(JSON.stringify(answer));
    const given = Array.isArray(answer) ? answer : [answer];
    this.page.push(...given.map((row) => noted(row, { is: 'answer' })));
  }

  private tooLarge(bytes: number): RunNote {
    const kilobytes = Math.ceil(bytes / 1024);
    const values = { flow: this.called.name, kilobytes, most: mostAnswerBytes / 1024 };
    return { is: 'failed', code: 'nodes.call-answer-too-large', values };
  }

  private faultOf({ runId, state, read, failed, error }: FlowCallEnd): RunNote | undefined {
    const flow = this.called.name;
    const fails = (code: string, values: JsonObject = {}): RunNote => ({
      ...{ is: 'failed', code },
      values: { flow, runId, ...values },
    });
    if (state === 'failed') return fails('nodes.call-failed', { reason: reasonOf(error) });
    if (state === 'cancelled') return fails('nodes.call-cancelled');
    if (state === 'gone') return fails('nodes.call-gone');
    if (this.context.config.failedRows && failed > 0)
      return fails('nodes.call-rows-failed', { failed, read });
    return undefined;
  }

  private async endOf(number: number): Promise<FlowCallEnd> {
    const known = this.ends.find((end) => end.number === number);
    if (known) return known;
    this.ends = await this.flows.ends(number, endsTogether);
    const end = this.ends.find((one) => one.number === number);
    return end ?? { number, runId: '', state: 'gone', read: 0, written: 0, failed: 0, error: null };
  }
}

function reasonOf(error: FlowCallEnd['error']): JsonObject {
  return { ...sentences(error?.code ?? 'bug.unexpected', error?.values ?? {}) };
}

/** A dry run: the first row of each run bears what would be started with it and those behind it. */
async function* shown(pages: Pages, { config, flows, pageSize }: Context): AsyncIterable<Row[]> {
  const { flow = '' } = config;
  const known = await flows?.find(flow);
  const called = known ?? { name: flow, version: 0, schema: '', answers: true };
  refuseSilent(called, config);
  let page: Row[] = [];
  for await (const lot of lotsOf(pages, called, config)) {
    if ('refused' in lot) page.push(noted(lot.refused, lot.note));
    else
      page.push(
        ...lot.rows.map((row, index) => noted(row, index > 0 ? { is: 'shown' } : firstOf(lot, called))),
      );
    if (page.length < pageSize) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

function firstOf({ rows }: { rows: readonly Row[] }, { name }: CalledFlow): RunNote {
  const more = rows.length - mostShown;
  const body: JsonObject = { rows: rows.slice(0, mostShown), ...(more > 0 && { more }) };
  return { is: 'shown', request: { method: 'RUN', url: name, body } };
}

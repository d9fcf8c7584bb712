// One call of an action for one row: repeated while that may help, remembered so that it is never done twice.
import { isAsShown, RemoteError, UserError, toErrorRecord } from '@eclusa/flow';
import type {
  ActionCall,
  ErrorRecord,
  Json,
  PreparedAction,
  RecordedRequest,
  Row,
  RowResult,
} from '@eclusa/flow';
import type { EffectWriter } from './effect-writer';
import type { EffectRecord, Host, SentRequest } from './ports';
import { PutOff } from './put-off';
import { withRetry } from './retry';
import { inScope } from './scope';

/** The code of a row that may have been done, nobody saw. */
export const IN_DOUBT = 'engine.in-doubt';

/** How a row came out of an action. */
export type CallOutcome = { result: RowResult } | { failure: ErrorRecord };

/** One action while it works on one page. */
export interface ActionRun {
  node: string;
  action: PreparedAction;
  /** A repeat makes a second thing: intents are written, and doubt is resolved before a call. */
  creates: boolean;
  host: Host;
  signal: AbortSignal;
  /** What an earlier attempt at this page did, by item. */
  known: ReadonlyMap<string, EffectRecord>;
  /** Absent in a dry run, which has no effects. */
  writer?: EffectWriter;
  /** Takes the requests of a dry run. Absent when it is none. */
  recordRequests?: (origin: number, requests: readonly RecordedRequest[]) => void;
  /** Told of a row that a dry run's action was done with without asking for any request. */
  recordUnchanged?: (origin: number) => void;
  /** The only writes that may be sent for a row; absent where any may. */
  shownFor?: (origin: number) => readonly RecordedRequest[];
  /** Told of each write that was answered; absent where nobody keeps a log of rows. */
  logSent?: (origin: number, request: SentRequest) => void;
  /** Told when a call is made again after `ms`. */
  onWait?: (error: RemoteError, ms: number) => void;
  /** What a row is kept in order by, by its place in the page; see `orderKeys`. */
  orderKeyOf?: (origin: number) => string | undefined;
  /** What a barrier noted of a row when it collected it, by its place in the page. */
  noteOf?: (origin: number) => Json | undefined;
  /** Told of each row as soon as its outcome is known. */
  onSettled?: (outcome: CallOutcome) => void;
}

/** What an earlier attempt at the page recorded as finished, or undefined. */
export function knownOutcome(run: ActionRun, item: string): CallOutcome | undefined {
  const record = run.known.get(item);
  if (record?.state === 'done') return { result: record.result ?? [] };
  if (record?.state === 'failed' && record.failure) return { failure: record.failure };
  return undefined;
}

/**
 * Calls the action for one row. Whatever it throws becomes that row's failure; only an abort, or a log that
 * cannot be written, rejects.
 */
export async function callAction(
  run: ActionRun,
  row: Row,
  item: string,
  origin: number,
): Promise<CallOutcome> {
  const { host, signal, node, writer } = run;
  const { onWait } = run;
  const tools = {
    ...{ policy: host.retry, clock: host.clock, random: () => host.random(), signal },
    ...(onWait && { onWait }),
  };
  const begun = run.known.get(item)?.state === 'intent';
  if (run.creates && !begun) await writer?.intent({ node, item, state: 'intent' });
  let doubtful = begun;
  let sent = false;
  try {
    const result = await withRetry(tools, (previous) => {
      doubtful ||= run.creates && isUncertain(previous);
      sent = true;
      return recorded(run, origin, (call) => attempt(run, row, call, doubtful)).catch((error: unknown) => {
        sent = !isUnsent(error);
        throw error;
      });
    });
    writer?.add({ node, item, state: 'done', result });
    return { result };
  } catch (error) {
    // An intent that led to nothing would leave the row in doubt, or the page waiting for a call that was never made.
    if (signal.aborted && run.creates && !doubtful && !sent) {
      writer?.add({ node, item, state: 'withdrawn' });
    }
    signal.throwIfAborted();
    const failure = toErrorRecord(run.creates && isUncertain(error) ? inDoubt(node, error) : error);
    writer?.add({ node, item, state: 'failed', failure });
    return { failure };
  }
}

async function attempt(run: ActionRun, row: Row, call: ActionCall, doubtful: boolean): Promise<RowResult> {
  const { action } = run;
  if (!doubtful) return await run.action.run(row, call).catch((error: unknown) => give(run, error));
  if (!action.findExisting) throw inDoubt(run.node);
  const existing = await action.findExisting(row, call);
  return await action.run(row, existing ? { ...call, existing } : call);
}

// Without a way to look, one more attempt would be a blind repeat.
function give(run: ActionRun, error: unknown): never {
  if (run.creates && isUncertain(error) && !run.action.findExisting) throw inDoubt(run.node, error);
  throw error;
}

function isUncertain(error: unknown): error is RemoteError {
  return error instanceof RemoteError && error.uncertain;
}

/** True for a call that surely did nothing: refused for now, or never sent. */
function isUnsent(error: unknown): boolean {
  return error instanceof PutOff || (error instanceof RemoteError && error.retryable && !error.uncertain);
}

/** The row may have been done: a person has to look. Carries the request and answer that left the doubt. */
function inDoubt(node: string, cause?: RemoteError): Error {
  if (!cause) return new UserError(IN_DOUBT, { values: { node } });
  const { request, response } = cause;
  return new RemoteError(IN_DOUBT, {
    values: { ...cause.values, node, reason: cause.code },
    cause,
    retryable: false,
    ...(request && { request }),
    ...(response && { response }),
  });
}

/** What is not carried by fetch is held to what a dry run showed before it is sent. */
function onlyAsShown(shown: readonly RecordedRequest[] | undefined, request: RecordedRequest): void {
  if (!shown || shown.some((one) => isAsShown(one, request))) return;
  throw new UserError('engine.not-as-shown', { values: { request: `${request.method} ${request.url}` } });
}

// What the node itself records is exact and goes first; what its fetch held back is shown when it records nothing.
async function recorded<T>(
  run: ActionRun,
  origin: number,
  work: (call: ActionCall) => Promise<T>,
): Promise<T> {
  const { signal, recordRequests, shownFor, logSent } = run;
  const note = run.noteOf?.(origin);
  const own = { signal, ...(note !== undefined && { note }) };
  const plain: ActionCall = { ...own, record: (request) => onlyAsShown(shownFor?.(origin), request) };
  if (!recordRequests && !shownFor && !logSent) return work(plain);
  if (!recordRequests) {
    const shown = shownFor && { shown: shownFor(origin) };
    const sent = logSent && { sent: (request: SentRequest) => logSent(origin, request) };
    return await inScope({ signal, held: () => undefined, ...shown, ...sent }, () => work(plain));
  }
  const told: RecordedRequest[] = [];
  const held: RecordedRequest[] = [];
  const call: ActionCall = { ...own, record: (request) => told.push(request) };
  try {
    const result = await inScope({ signal, held: (request) => held.push(request) }, () => work(call));
    if (told.length + held.length === 0) run.recordUnchanged?.(origin);
    return result;
  } finally {
    recordRequests(origin, told.length > 0 ? told : held);
  }
}

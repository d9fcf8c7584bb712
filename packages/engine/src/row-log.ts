// What happened to each row of one page, told shortly: what it was, what was sent for it, what was answered, how it ended.
import { isJsonObject } from '@eclusa/flow';
import type { ErrorRecord, Json, RecordedRequest, RecordedResponse, Row } from '@eclusa/flow';
import type { CallOutcome } from './action-call';
import type { Inbox, Outbox } from './batch';
import type { PlanNode } from './plan';
import type { FailedRow, LoggedRow, LoggedStep, NumberedRow, SentRequest } from './ports';
import { RowKeys, templatesOf, type Template } from './row-keys';
import { UNCHANGED } from './run-changes';

/** Characters of a row, and of one text, that are kept. The log is for people to read, not to replay from. */
const mostOfRow = 2_000;
const mostOfText = 300;
const mostOfBody = 2_000;
/** Requests kept of one row at one box, the last ones. */
const mostRequests = 5;

export type RowEnd = LoggedRow['end'] | 'collected';

/** Collects what happened to the rows of one page, by their place in it. */
export class RowLog {
  private readonly steps = new Map<number, LoggedStep[]>();
  private readonly keys = new Map<number, RowKeys>();
  private readonly sentNow = new Map<string, SentRequest[]>();
  /** Rows as the last box that acted gave them: where the next one gets the very same, it need not be told again. */
  private readonly told = new Map<number, Json>();
  private readonly unchanged = new Set<number>();
  private readonly reached: string[] = [];
  private readonly templates = new Map<string, Template[]>();

  constructor(private readonly rows: readonly NumberedRow[]) {}

  /** Rows that came to a box: where one is left out is the last it came to. */
  entered(node: string, { origins }: Inbox): void {
    for (const origin of origins) this.reached[origin] = node;
  }

  /** Rows a comparing box found as they were: they leave no line, or every run would write one for each row there is. */
  compared(outbox: Outbox): void {
    for (const origin of outbox.get(UNCHANGED)?.origins ?? []) this.unchanged.add(origin);
  }

  /** A write that was sent for a row. */
  sent(node: string, origin: number, request: SentRequest): void {
    const place = `${origin} ${node}`;
    const known = this.sentNow.get(place) ?? [];
    this.sentNow.set(place, known);
    const { body } = request;
    known.push({ ...request, ...(body !== undefined && { body: cutText(body, mostOfBody) }) });
    if (known.length > mostRequests) known.shift();
  }

  /** A row an acting box was done with. Failures are told by `failed`. */
  acted(node: PlanNode, inbox: Inbox, index: number, outcome: CallOutcome): void {
    if ('failure' in outcome) return;
    const origin = inbox.origins[index] as number;
    const input = inbox.values[index] as Row;
    const requests = this.takeSent(node, origin);
    const result = outcome.result[0]?.value;
    if (result) this.keysOf(origin).addFields(result);
    this.add(origin, { node: node.id, ...this.inputOf(origin, input), ...requests, ...added(input, result) });
    if (result) this.told.set(origin, result);
  }

  failed(node: PlanNode, origin: number, input: Json, error: ErrorRecord): void {
    this.add(origin, {
      node: node.id,
      ...this.inputOf(origin, input),
      ...this.takeSent(node, origin),
      error: shortError(error),
    });
  }

  /** One line for each row that came to an end here, but for those that are as they were. */
  lines(
    endOf: (origin: number) => RowEnd,
    orderKeys: readonly (string | undefined)[] | undefined,
  ): LoggedRow[] {
    return this.rows.flatMap(({ row, value }, origin): LoggedRow[] => {
      const end = endOf(origin);
      const steps = this.steps.get(origin) ?? [];
      if (end === 'collected' || (end === 'skipped' && this.unchanged.has(origin))) return [];
      const keys = new RowKeys();
      keys.add(orderKeys?.[origin]?.replace(/^=/, ''));
      keys.addFields(value);
      this.keys.get(origin)?.list.forEach((key) => keys.add(key));
      const last = this.reached[origin];
      const left = end === 'skipped' && last !== undefined ? { leftAt: last } : {};
      return [{ row, end, keys: keys.list, value: cutRow(value), steps, ...left }];
    });
  }

  private add(origin: number, step: LoggedStep): void {
    const steps = this.steps.get(origin);
    if (steps) steps.push(step);
    else this.steps.set(origin, [step]);
  }

  private keysOf(origin: number): RowKeys {
    const known = this.keys.get(origin) ?? new RowKeys();
    this.keys.set(origin, known);
    return known;
  }

  private inputOf(origin: number, input: Json): Pick<LoggedStep, 'input'> {
    const row = this.rows[origin] as NumberedRow;
    if (input === row.value || input === this.told.get(origin) || !isJsonObject(input)) return {};
    this.keysOf(origin).addFields(input);
    return { input: cutRow(input) };
  }

  private takeSent({ id, type }: PlanNode, origin: number): Pick<LoggedStep, 'requests'> {
    const place = `${origin} ${id}`;
    const requests = this.sentNow.get(place);
    if (!requests) return {};
    this.sentNow.delete(place);
    const templates = this.templates.get(type.id) ?? templatesOf(type.requests ?? []);
    this.templates.set(type.id, templates);
    const keys = this.keysOf(origin);
    for (const { method, url, body } of requests) {
      keys.addAddress(method, url, templates);
      if (body) keys.addText(body);
    }
    return { requests };
  }
}

/** The line of a record that a source refused. */
export function refusedLine({ row, node, input, error }: FailedRow): LoggedRow {
  const value = isJsonObject(input) ? input : { value: input };
  const keys = new RowKeys();
  keys.addFields(value);
  return {
    row,
    end: 'failed',
    keys: keys.list,
    value: cutRow(value),
    steps: [{ node, error: shortError(error) }],
  };
}

/** What the answer put on the row. */
function added(input: Row, result: Row | undefined): Pick<LoggedStep, 'result'> {
  if (!result || result === input) return {};
  const fresh = Object.entries(result).filter(([name, value]) => input[name] !== value);
  return fresh.length > 0 ? { result: cutRow(Object.fromEntries(fresh)) } : {};
}

function shortError({ kind, code, values, request, response }: ErrorRecord): ErrorRecord {
  return {
    ...{ kind, code, values },
    ...(request && { request: shortBody<RecordedRequest>(request) }),
    ...(response && { response: shortBody<RecordedResponse>(response) }),
  };
}

function shortBody<T extends RecordedRequest | RecordedResponse>(told: T): T {
  const { headers: _headers, body, ...rest } = told;
  if (body === undefined) return rest as T;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { ...rest, body: text.length <= mostOfBody ? body : cutText(text, mostOfBody) } as T;
}

/** A row short enough to keep: long texts are cut, and members beyond the limit are left out. */
function cutRow(row: Row): Row {
  let room = mostOfRow;
  const kept: Row = {};
  for (const name of Object.keys(row)) {
    const value = row[name] as Json;
    const short = typeof value === 'string' ? cutText(value, mostOfText) : value;
    room -= name.length + (typeof short === 'string' ? short.length : sizeOf(short)) + 4;
    if (room < 0) {
      kept['…'] = '…';
      return kept;
    }
    kept[name] = short;
  }
  return kept;
}

function sizeOf(value: Json): number {
  return typeof value === 'object' && value !== null ? JSON.stringify(value).length : 8;
}

function cutText(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}…`;
}

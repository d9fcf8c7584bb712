// What a box may do with another flow of the workspace: start runs of it with rows, learn how they ended, read their answers.
import type { ErrorRecord } from './errors';
import type { Row } from './json';

/** The flow that is called, in the version all runs of one box and run are of. */
export interface CalledFlow {
  name: string;
  version: number;
  /** JSON Schema that its box for called rows asks of each row; empty where it asks nothing. */
  schema: string;
  /** True where a box of it answers its caller. */
  answers: boolean;
}

/** Rows for one run of the flow. */
export interface FlowCall {
  flow: string;
  version: number;
  /** Counts up from 0: of one number one run is started, whoever dies in between. */
  number: number;
  rows: readonly Row[];
  /** Runs of this box that may go on at the same time. */
  atOnce: number;
}

/** How a run that was started has ended. */
export interface FlowCallEnd {
  number: number;
  runId: string;
  /** `gone`: it was deleted before anybody asked. */
  state: 'completed' | 'failed' | 'cancelled' | 'gone';
  read: number;
  written: number;
  failed: number;
  /** The error it ended with; null without one. */
  error: Pick<ErrorRecord, 'code' | 'values'> | null;
}

/** The calls of one box in one run. */
export interface FlowCalls {
  /**
   * The flow as it is published, or the version asked for. Throws UserError with what has to be done where it cannot be
   * called: it is not published, takes no rows, is not connected for the store, or too many flows have called one another.
   */
  find(flow: string, version?: number): Promise<CalledFlow>;
  /** How many of the numbers, from 0 on, have been started. */
  started(): Promise<number>;
  /** Resolves once run and rows are stored; it is begun when it is its turn. Of a number that was started it does nothing. */
  start(call: FlowCall): Promise<void>;
  /** How many have been started and have not ended. */
  open(): Promise<number>;
  /** How those from `first` on have ended, at most `most`, by number. */
  ends(first: number, most: number): Promise<FlowCallEnd[]>;
  /** What a completed run answered; undefined when it answered nothing. */
  answer(runId: string): Promise<Row | Row[] | undefined>;
}

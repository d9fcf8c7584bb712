// Puts the answer of a run into an HTTP answer: status and body exactly as its box says, the run's id beside them.
import type { Response } from 'express';
import type { RunAnswerGiven } from '@eclusa/db';

/** The run a flow-made answer comes from: its presence says that the flow has answered, and not this service. */
export const RUN_HEADER = 'Eclusa-Run';
/** How many rows were answers, when the body holds fewer of them. */
export const ROWS_HEADER = 'Eclusa-Answer-Rows';

/** Sets status and headers; returns the body. */
export function answerWith(answer: Response, runId: string, given: RunAnswerGiven): RunAnswerGiven['body'] {
  answer.status(given.status).setHeader(RUN_HEADER, runId);
  if (Array.isArray(given.body) && given.total > given.rows) {
    answer.setHeader(ROWS_HEADER, String(given.total));
  }
  return given.body;
}

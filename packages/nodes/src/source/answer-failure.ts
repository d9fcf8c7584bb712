// Notices an error that a system answers with HTTP 200: an expression over the answer says that it is one, and why.
import { RemoteError, type Json, type RecordedRequest, type Row } from '@eclusa/flow';
import { evaluator, isTrue } from '../transform/evaluation';

export type Judge = (answer: Json, request?: RecordedRequest) => Promise<void>;

/**
 * Throws RemoteError `nodes.answer-says-failure` when the expression is true of the answer. A text that it gives is the
 * reason. Undefined when no expression is given; UserError for one that does not compile.
 */
export function failureJudge(
  source: string | undefined,
  parameters: Readonly<Record<string, Json>>,
): Judge | undefined {
  const evaluate = source?.trim() ? evaluator(source, 'failure', parameters) : undefined;
  if (!evaluate) return undefined;
  return async (answer, request) => {
    const found = await evaluate(answer as Row);
    if (!isTrue(found)) return;
    const reason = reasonIn(found) ?? JSON.stringify(answer).slice(0, 300);
    throw new RemoteError('nodes.answer-says-failure', {
      retryable: false,
      values: { reason },
      ...(request && { request }),
      response: { status: 200, body: JSON.stringify(answer).slice(0, 500) },
    });
  };
}

/** A text, or a list of them. */
function reasonIn(found: Json | undefined): string | undefined {
  if (typeof found === 'string') return found;
  const texts = Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
  return texts.length > 0 ? texts.join('; ').slice(0, 600) : undefined;
}

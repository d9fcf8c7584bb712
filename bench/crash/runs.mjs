// The suite's flow at the api, and its runs. A request is made once.
import { caller, connectTarget, publishFlow, requestOptions } from '../stack/api.mjs';
import { csv, flow } from './flow.mjs';

/** Uploads the file, makes connection and flow, binds and publishes. Answers the flow's id. */
export async function setUp(base, session, targetUrl) {
  const call = caller(base, session);
  const file = await call('POST', '/files?name=rows.csv', Buffer.from(csv()));
  const store = await connectTarget(call, 'lojacrash', targetUrl);
  return publishFlow(call, flow(file.id), { store });
}

/** Asks for one run. Answers the status, or why there was none: then the run may exist or not. */
export async function startRun(base, session, flowId, tag) {
  try {
    const init = requestOptions('POST', { parameters: { tag } }, session);
    const answer = await fetch(`${base}/api/flows/${flowId}/runs`, init);
    const body = await answer.json();
    return { status: answer.status, runId: answer.status === 202 ? body.id : undefined };
  } catch (error) {
    return { status: 0, reason: error.cause?.code ?? error.name };
  }
}

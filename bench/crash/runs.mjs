// The suite's flows at the api, and their runs. A request is made once.
import { caller, connectTarget, publishFlow, requestOptions } from '../stack/api.mjs';
import { csv, flow, rows } from './flow.mjs';

/** Uploads the file, makes the connection, makes, binds and publishes the flows. Answers their ids. */
export async function setUp(base, session, targetUrl) {
  const call = caller(base, session);
  const file = await call('POST', '/files?name=rows.csv', Buffer.from(csv()));
  const store = await connectTarget(call, 'lojacrash', targetUrl);
  return {
    reading: await publishFlow(call, flow(file.id), { store }),
    called: await publishFlow(call, flow(), { store }),
  };
}

/**
 * Asks for one run; every second one brings its rows along. Answers the status, or why there was none: then the run may
 * exist or not.
 */
export async function startRun(base, session, flows, tag) {
  const flowId = tag % 2 === 0 ? flows.called : flows.reading;
  try {
    const wish = { parameters: { tag }, ...(flowId === flows.called && { rows: rows() }) };
    const init = requestOptions('POST', wish, session);
    const answer = await fetch(`${base}/api/v1/flows/${flowId}/runs`, init);
    const body = await answer.json();
    return { status: answer.status, runId: answer.status === 202 ? body.id : undefined };
  } catch (error) {
    return { status: 0, reason: error.cause?.code ?? error.name };
  }
}

// Other flows for boxes that are tried out: looked at, so that what would be started is shown by name, and never run.
import { callable } from '@eclusa/db';
import { UserError, type FlowCalls } from '@eclusa/flow';
import type { DataSource } from 'typeorm';
import { knownNodes } from './check-flow';

/** Runs are started by runs only: whatever goes beyond a look throws UserError `nodes.calls-need-service`. */
export function shownCalls(database: Pick<DataSource, 'query'>, workspaceId: string): FlowCalls {
  const refuse = () => Promise.reject(new UserError('nodes.calls-need-service'));
  return {
    find: (flow, version) => callable(database, knownNodes(), workspaceId, flow, version),
    ...{ started: refuse, start: refuse, open: refuse, ends: refuse, answer: refuse },
  };
}

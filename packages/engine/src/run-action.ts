// An action over one page: a bounded number of rows in flight, rows that share a call making it once.
import { Bug, toErrorRecord } from '@eclusa/flow';
import type { Row } from '@eclusa/flow';
import { callAction, knownOutcome } from './action-call';
import type { ActionRun, CallOutcome } from './action-call';
import type { Inbox } from './batch';

/** Rows in flight when the node does not say. */
export const defaultConcurrency = 8;

/** How each row of `inbox` came out, by index. Rejects when aborted or when effects cannot be written. */
export async function runAction(run: ActionRun, inbox: Inbox, concurrency: number): Promise<CallOutcome[]> {
  const outcomes = new Array<CallOutcome>(inbox.values.length);
  const groups = groupRows(run, inbox, outcomes);
  const waiting = groups.filter((group) => {
    const known = knownOutcome(run, inbox.paths[group.leader] as string);
    if (known) settle(run, inbox, group, known, outcomes);
    return !known;
  });
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let group = waiting[next++]; group; group = waiting[next++]) {
      run.signal.throwIfAborted();
      const { leader } = group;
      const [row, path] = [inbox.values[leader] as Row, inbox.paths[leader] as string];
      const outcome = await callAction(run, row, path, inbox.origins[leader] as number);
      settle(run, inbox, group, outcome, outcomes);
    }
  };
  // All lanes are seen to their end: a call that succeeds while another is aborted must still be recorded.
  const lanes = Array.from({ length: Math.min(concurrency, waiting.length) }, lane);
  for (const ended of await Promise.allSettled(lanes)) if (ended.status === 'rejected') throw ended.reason;
  return outcomes;
}

/** Rows that make one call; `leader` is the one it is made for. */
interface Group {
  leader: number;
  followers: number[];
}

function groupRows(run: ActionRun, inbox: Inbox, outcomes: CallOutcome[]): Group[] {
  const { action } = run;
  if (!action.shareKey) return inbox.values.map((_, index) => ({ leader: index, followers: [] }));
  const groups: Group[] = [];
  const byKey = new Map<string, Group>();
  inbox.values.forEach((row, index) => {
    try {
      const key = action.shareKey?.(row);
      const group = key === undefined ? undefined : byKey.get(key);
      if (group) {
        join(run, inbox, group, index);
      } else {
        const own = { leader: index, followers: [] };
        groups.push(own);
        if (key !== undefined) byKey.set(key, own);
      }
    } catch (error) {
      outcomes[index] = { failure: toErrorRecord(error) };
    }
  });
  return groups;
}

// After a restart the call belongs to whichever row made it before.
function join(run: ActionRun, inbox: Inbox, group: Group, index: number): void {
  const has = (row: number): boolean => run.known.has(inbox.paths[row] as string);
  if (!has(group.leader) && has(index)) {
    group.followers.push(group.leader);
    group.leader = index;
  } else {
    group.followers.push(index);
  }
}

function settle(
  run: ActionRun,
  inbox: Inbox,
  group: Group,
  outcome: CallOutcome,
  outcomes: CallOutcome[],
): void {
  outcomes[group.leader] = outcome;
  run.onSettled?.(outcome);
  for (const index of group.followers) {
    const own = 'failure' in outcome ? outcome : shared(run, inbox.values[index] as Row, outcome);
    outcomes[index] = own;
    run.onSettled?.(own);
  }
}

function shared(run: ActionRun, row: Row, leader: Extract<CallOutcome, { result: unknown }>): CallOutcome {
  try {
    if (!run.action.mergeShared) {
      throw new Bug('engine.share-without-merge', { values: { node: run.node } });
    }
    return { result: run.action.mergeShared(row, leader.result) };
  } catch (error) {
    return { failure: toErrorRecord(error) };
  }
}

// An action over one page: a bounded number of rows in flight, rows of one key one after the other, rows that share a
// call making it once.
import { actingPart, Bug, toErrorRecord } from '@eclusa/flow';
import type { Row } from '@eclusa/flow';
import { callAction, knownOutcome } from './action-call';
import type { ActionRun, CallOutcome } from './action-call';
import type { Inbox } from './batch';
import type { PlanNode } from './plan';
import { Turns } from './row-order';

const defaultConcurrency = 8;

/** Rows of a page that a node has in flight, as it or its settings say. */
export function concurrencyOf({ type, config }: PlanNode): number {
  const { concurrency = defaultConcurrency } = actingPart(type) ?? {};
  return typeof concurrency === 'function' ? concurrency(config) : concurrency;
}

/** How each row of `inbox` came out, by index. Rejects when aborted or when effects cannot be written. */
export async function runAction(run: ActionRun, inbox: Inbox, concurrency: number): Promise<CallOutcome[]> {
  const outcomes = new Array<CallOutcome>(inbox.values.length);
  const turns = new Turns<Group>();
  for (const group of groupRows(run, inbox, outcomes)) {
    const known = knownOutcome(run, inbox.paths[group.leader] as string);
    if (known) settle(run, inbox, group, known, outcomes);
    else turns.add(group, [...group.orderKeys]);
  }
  await inLanes(turns, concurrency, async (group) => {
    run.signal.throwIfAborted();
    const { leader } = group;
    const [row, path] = [inbox.values[leader] as Row, inbox.paths[leader] as string];
    const outcome = await callAction(run, row, path, inbox.origins[leader] as number);
    settle(run, inbox, group, outcome, outcomes);
  });
  return outcomes;
}

// All lanes are seen to their end: a call that succeeds while another is aborted must still be recorded.
async function inLanes<T>(
  turns: Turns<T>,
  concurrency: number,
  work: (thing: T) => Promise<void>,
): Promise<void> {
  const lanes: Promise<void>[] = [];
  let open = 0;
  const lane = async (): Promise<void> => {
    open++;
    try {
      for (let taken = turns.take(); taken; taken = turns.take()) {
        await work(taken.thing);
        taken.done();
        // One of what has become free is this lane's.
        widen(1);
      }
    } finally {
      open--;
    }
  };
  const widen = (taken: number): void => {
    while (open < concurrency && turns.open > taken) lanes.push(lane());
  };
  widen(0);
  const ends: PromiseSettledResult<void>[] = [];
  while (ends.length < lanes.length) ends.push(...(await Promise.allSettled(lanes.slice(ends.length))));
  for (const ended of ends) if (ended.status === 'rejected') throw ended.reason;
}

/** Rows that make one call; `leader` is the one it is made for. */
interface Group {
  leader: number;
  followers: number[];
  orderKeys: Set<string>;
}

function groupRows(run: ActionRun, inbox: Inbox, outcomes: CallOutcome[]): Group[] {
  const { action, orderKeyOf } = run;
  const groups: Group[] = [];
  const shared = new Map<string, number>();
  const last = new Map<string, number>();
  inbox.values.forEach((row, index) => {
    try {
      const key = action.shareKey?.(row);
      const orderKey = orderKeyOf?.(inbox.origins[index] as number);
      const known = key === undefined ? undefined : shared.get(key);
      // A call made before an earlier row of the same order key was done cannot stand for this one.
      const after = orderKey === undefined ? 0 : (last.get(orderKey) ?? 0);
      const at = known !== undefined && known >= after ? known : groups.length;
      const group = groups[at];
      if (group) join(run, inbox, group, index);
      else groups.push({ leader: index, followers: [], orderKeys: new Set() });
      if (key !== undefined) shared.set(key, at);
      if (orderKey === undefined) return;
      last.set(orderKey, at);
      groups[at]?.orderKeys.add(orderKey);
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

/** A box that writes to a store; one that reads, or whose settings make it read, has nothing to leave unchanged. */
export function writes({ type, config }: PlanNode): boolean {
  const acting = actingPart(type);
  if (type.group !== 'vtex' || !acting || acting.effect === 'read') return false;
  return !('reads' in acting && acting.reads?.(config));
}

// Nodes that look codes up and nodes that save them, over the rows of a page that reach them.
import { longestCode, toErrorRecord, UserError } from '@eclusa/flow';
import type { CodePair, ErrorRecord, Lookup, Remember, Row } from '@eclusa/flow';
import type { Inbox, Outbox } from './batch';
import { put } from './batch';
import type { MissingCode } from './ports';
import type { PageReferences } from './references';

/** Where rows leave whose code is not known. */
export const MISSING = 'missing';

export interface ReferenceRun {
  node: string;
  inbox: Inbox;
  references: PageReferences;
  /** Told of a row that cannot be looked up or saved. */
  fail(index: number, error: ErrorRecord): void;
}

/**
 * Fills `outbox` with rows whose code is known; `miss` is told of the others, and of the error they fail with where
 * they cannot wait. Rejects when the tables cannot be asked.
 */
export async function runLookup(
  run: ReferenceRun,
  lookup: Lookup,
  miss: (index: number, waitsFor: MissingCode, error: ErrorRecord) => void,
  outbox: Outbox,
): Promise<void> {
  const { inbox, node } = run;
  const { table, by } = lookup;
  const codes = await eachRow(run, async (row) => checked(await lookup.code(row), node));
  const all = [...codes.values()];
  const known = await run.references.find(table, by, all);
  for (const [index, code] of codes) {
    const [found, other] = known.get(code) ?? [];
    const values = { node, table, code };
    if (found === undefined) {
      miss(index, { table, by, code }, toErrorRecord(new UserError('engine.code-unknown', { values })));
    } else if (other !== undefined) {
      const several = { ...values, keys: `${found}, ${other}` };
      run.fail(index, toErrorRecord(new UserError('engine.code-ambiguous', { values: several })));
    } else {
      const row = lookup.found(inbox.values[index] as Row, found);
      put(outbox, 'out', row, inbox.origins[index] as number, inbox.paths[index] as string);
    }
  }
}

/** Passes rows on to `outbox` and saves a pair for each. Rejects when the tables cannot be asked. */
export async function runRemember(run: ReferenceRun, remember: Remember, outbox: Outbox): Promise<void> {
  const { inbox, node } = run;
  const pairs = await eachRow(run, async (row): Promise<CodePair> => {
    const { key, value } = await remember.pair(row);
    return { key: checked(key, node), value: checked(value, node) };
  });
  await run.references.save(remember.table, [...pairs.values()], remember.keepFirst);
  for (const index of pairs.keys()) {
    put(
      outbox,
      'out',
      inbox.values[index] as Row,
      inbox.origins[index] as number,
      inbox.paths[index] as string,
    );
  }
}

/** What `ask` answers for each row, by its index; rows it throws for have failed. */
async function eachRow<T>(run: ReferenceRun, ask: (row: Row) => Promise<T>): Promise<Map<number, T>> {
  const answers = new Map<number, T>();
  for (let index = 0; index < run.inbox.values.length; index++) {
    try {
      answers.set(index, await ask(run.inbox.values[index] as Row));
    } catch (error) {
      run.fail(index, toErrorRecord(error));
    }
  }
  return answers;
}

function checked(code: string, node: string): string {
  if (code === '') throw new UserError('engine.code-empty', { values: { node } });
  if (code.length <= longestCode) return code;
  throw new UserError('engine.code-too-long', { values: { node, limit: longestCode } });
}

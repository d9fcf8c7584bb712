// Runs a statement or a procedure of a database for each row, in a transaction of its own. What a repeat would do there is told
// by the person, not guessed.
import {
  RemoteError,
  UserError,
  type Json,
  type NodeContext,
  type PreparedAction,
  type Row,
} from '@eclusa/flow';
import type { Answer, Session } from './database';
import { SqlDatabase } from './open-database';
import { rowPlaces } from './row-places';
import { SessionPool } from './session-pool';
import { bind, type Statement } from './statement';

export interface SqlCallConfig {
  statement?: string;
  parameters?: Json;
  repeat?: 'again' | 'unknown';
  saveAs?: string;
  timeoutSeconds?: number;
}

/** Throws UserError for a statement that is empty or a formula that does not compile. */
export async function prepareCall(context: NodeContext<SqlCallConfig>): Promise<PreparedAction> {
  const { config, dryRun } = context;
  const connection = await context.connection('connection');
  const database = new SqlDatabase(connection, context, config.timeoutSeconds ?? 60);
  const pool = new SessionPool(database, context.signal);
  const statementOf = statementFor(context, database);
  const saveAs = (config.saveAs ?? '').trim();
  return {
    async run(row, { record }) {
      const statement = await statementOf(row);
      const body = { statement: statement.text, values: [...statement.values] };
      record({ method: 'CALL', url: database.name, body });
      if (dryRun) return [{ value: row }];
      const { changed, rows } = await pool.with((session) => callOnce(database, session, statement));
      return [{ value: saveAs === '' ? row : { ...row, [saveAs]: { changed, rows } } }];
    },
    ...(config.repeat === 'again' && { findExisting: async () => null }),
  };
}

/** Once the statement is on its way, a line that drops leaves open whether it was done: procedures may commit by themselves. */
async function callOnce(database: SqlDatabase, session: Session, statement: Statement): Promise<Answer> {
  await database.told(() => session.begin('write'), session);
  try {
    const answer = await database.told(() => session.execute(statement), session);
    await database.told(() => session.commit(), session);
    return answer;
  } catch (error) {
    if (!(error instanceof RemoteError) || error.code === 'nodes.sql-busy') throw error;
    const { code, values, retryable, cause } = error;
    throw new RemoteError(code, { values, retryable, uncertain: true, cause });
  }
}

/** The statement with the values of a row: by line of the form, or the row's own field of that name. */
function statementFor(
  { config, parameters }: NodeContext<SqlCallConfig>,
  { driver }: SqlDatabase,
): (row: Row) => Promise<Statement> {
  const typed = (config.statement ?? '').trim();
  // A block of Oracle ends with the semicolon, a statement does not.
  const text = /\bend\s*\w*;$/i.test(typed) ? typed : typed.replace(/;$/, '');
  if (text === '') throw new UserError('nodes.sql-query-empty');
  const valuesOf = rowPlaces(text, config.parameters, parameters);
  return async (row) => bind(text, await valuesOf(row), driver.dialect);
}

// Looks something up in a database for each row.
import { UserError, type Json, type NodeContext, type PreparedAction, type Row } from '@eclusa/flow';
import { AnswerMemory } from '../transform/answer-memory';
import type { LookupConfig } from '../transform/lookup-fields';
import { SqlDatabase } from './open-database';
import { rowPlaces } from './row-places';
import { SessionPool } from './session-pool';
import { bind, type Statement } from './statement';

export interface SqlLookupConfig extends LookupConfig {
  query?: string;
  parameters?: Json;
  timeoutSeconds?: number;
}

/** Rows of one answer at most. */
const MOST_ROWS = 1000;

/** Throws UserError for a query that is empty or a formula that does not compile. */
export async function prepareLookup(context: NodeContext<SqlLookupConfig>): Promise<PreparedAction> {
  const { config } = context;
  const connection = await context.connection('connection');
  const database = new SqlDatabase(connection, context, config.timeoutSeconds ?? 60);
  const pool = new SessionPool(database, context.signal);
  const statementOf = statementFor(context, database);
  const known = new AnswerMemory<Row[]>((config.cacheSeconds ?? 300) * 1000, () => context.now().getTime());
  const saveAs = (config.saveAs ?? '').trim() || 'found';
  return {
    async run(row) {
      const statement = await statementOf(row);
      const rows = await known.get(JSON.stringify(statement.values), () => ask(pool, statement));
      const [first = null] = rows;
      if (first === null && config.whenMissing === 'fail') {
        const value = statement.values.map((one) => JSON.stringify(one)).join(', ');
        throw new UserError('nodes.sql-not-found', { values: { value } });
      }
      return [{ value: { ...row, [saveAs]: config.answer === 'all' ? rows : first } }];
    },
  };
}

function ask(pool: SessionPool, statement: Statement): Promise<Row[]> {
  const { database } = pool;
  return pool.with(async (session) => {
    await database.told(() => session.begin('read'), session);
    const { rows } = await database.told(() => session.execute(statement), session);
    await database.told(() => session.rollback(), session);
    if (rows.length <= MOST_ROWS) return rows;
    throw new UserError('nodes.sql-lookup-large', { values: { rows: rows.length, limit: MOST_ROWS } });
  });
}

/** The query with the values of a row: by line of the form, or the row's own field of that name. */
function statementFor(
  { config, parameters }: NodeContext<SqlLookupConfig>,
  { driver }: SqlDatabase,
): (row: Row) => Promise<Statement> {
  const text = (config.query ?? '').trim().replace(/[;\s]+$/, '');
  if (text === '') throw new UserError('nodes.sql-query-empty');
  const valuesOf = rowPlaces(text, config.parameters, parameters);
  return async (row) => bind(text, await valuesOf(row), driver.dialect);
}

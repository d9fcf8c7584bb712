// Writes rows into a table of a database by their key. In a dry run the statement and its values are shown and nothing is sent.
import {
  UserError,
  type Json,
  type MappingLine,
  type NodeContext,
  type PreparedAction,
  type Row,
} from '@eclusa/flow';
import { evaluator, withValues } from '../transform/evaluation';
import { LotWriter } from './lot-writer';
import { SqlDatabase } from './open-database';
import { SessionPool } from './session-pool';
import { namesIn } from './statement';
import { checkRow, writeStatement, type TableWrite, type Values, type WriteMode } from './table-write';

export interface SqlOutputConfig {
  mode?: WriteMode;
  table?: string;
  key?: string;
  columns?: readonly MappingLine[];
  empty?: 'null' | 'keep';
  timeoutSeconds?: number;
}

/** Throws UserError for settings that are not whole. */
export async function prepareWrite(context: NodeContext<SqlOutputConfig>): Promise<PreparedAction> {
  const { config } = context;
  const write: TableWrite = {
    mode: config.mode ?? 'upsert',
    table: config.table ?? '',
    key: namesIn(config.key),
  };
  if (write.table.trim() === '') throw new UserError('nodes.sql-table-empty');
  if (write.key.length === 0) throw new UserError('nodes.sql-key-empty');
  const connection = await context.connection('connection');
  const database = new SqlDatabase(connection, context, config.timeoutSeconds ?? 60);
  const writer = new LotWriter(write, new SessionPool(database, context.signal), (call) =>
    context.retry(call),
  );
  const valuesOf = rowValues(context);
  return {
    async run(row, call) {
      const values = await valuesOf(row);
      checkRow(write, values);
      const { text, values: given } = writeStatement(write, [values], database.driver.dialect);
      const body = { statement: text, values: [...given] };
      call.record({ method: write.mode.toUpperCase(), url: database.name, body });
      if (!context.dryRun) await writer.add(values);
      return [{ value: row }];
    },
  };
}

/** The values of a row by column: what the lines say, or all its fields where there are none. */
function rowValues({
  config,
  parameters,
}: NodeContext<SqlOutputConfig>): (row: Row) => Promise<Values> | Values {
  const lines = config.columns ?? [];
  const names = lines.map(({ target }) => target.trim());
  const evaluate = lines.map(({ target, expression }) => evaluator(expression, target, parameters));
  const keepsEmpty = config.empty === 'keep';
  const filled = (entries: readonly (readonly [string, Json | undefined])[]): Values =>
    new Map(
      entries.flatMap(([name, value]): [string, Json][] =>
        keepsEmpty && (value === undefined || value === null) ? [] : [[name, value ?? null]],
      ),
    );
  if (lines.length === 0) return (row) => filled(Object.entries(row));
  return (row) =>
    withValues(
      evaluate.map((one) => one(row)),
      (values) => filled(names.map((name, at) => [name, values[at]] as const)),
    );
}

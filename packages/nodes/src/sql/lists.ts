// What the forms of the boxes for databases offer to choose from: tables and their columns, as the database lists them.
import { UserError, type Json, type NodeContext, type Row, type ListEntry } from '@eclusa/flow';
import { catalogues, isTrue, typeOfColumn, type Catalogue } from './catalogues';
import { SqlDatabase } from './open-database';
import { namesIn, type Statement } from './statement';

type Context = NodeContext<Record<string, Json>>;

/** A person is waiting. */
const SECONDS = 15;

/** Tables and views; those of other schemas with the schema before. */
export async function sqlTables(context: Context): Promise<ListEntry[]> {
  const { catalogue, rows } = await ask(context, ({ tables }) => ({ text: tables, values: [] }));
  return rows.map((row) => {
    const name = catalogue.spelled(textOf(row['name']));
    const schema = isTrue(row, 'is_near') ? '' : `${catalogue.spelled(textOf(row['schema']))}.`;
    return { value: schema + name, note: isTrue(row, 'is_view') ? 'view' : 'table' };
  });
}

/** Columns of the chosen table. Throws UserError `nodes.list-no-table`. */
export async function sqlColumns(context: Context): Promise<ListEntry[]> {
  const { catalogue, rows } = await columnsOf(context);
  return rows.map((row) => ({ ...entryOf(row), value: catalogue.spelled(textOf(row['name'])) }));
}

/** Fields of the rows that the source will give; nothing for a query of one's own. */
export async function sqlRows(context: Context): Promise<ListEntry[]> {
  if (context.config['from'] === 'query') return [];
  const { catalogue, rows } = await columnsOf(context);
  const chosen = namesIn(textOf(context.config['columns'])).map((name) => name.toLowerCase());
  const isChosen = (name: string) =>
    chosen.length === 0 ||
    chosen.includes(name.toLowerCase()) ||
    chosen.includes(catalogue.spelled(name).toLowerCase());
  return rows.filter((row) => isChosen(textOf(row['name']))).map(entryOf);
}

function entryOf(row: Row): ListEntry {
  const note = textOf(row['type']).trim();
  const own = { value: textOf(row['name']), ...(note !== '' && { note, ...typeOfColumn(note) }) };
  return isTrue(row, 'is_key') ? { ...own, isKey: true } : own;
}

async function columnsOf(context: Context) {
  const table = textOf(context.config['table']).trim();
  const parts = (table.match(/"[^"]+"|[^.]+/g) ?? []).map((part) => part.trim());
  const answer = await ask(context, ({ columns }) => columns(parts));
  if (answer.rows.length === 0) throw new UserError('nodes.list-no-table', { values: { table } });
  return answer;
}

async function ask(context: Context, statement: (catalogue: Catalogue) => Statement) {
  const connection = await context.connection('connection');
  const catalogue = catalogues[connection.kind];
  if (!catalogue) throw new UserError('nodes.list-unknown', { values: { kind: connection.kind } });
  const database = new SqlDatabase(connection, context, SECONDS);
  const session = await database.open();
  try {
    const { rows } = await database.told(async () => {
      await session.begin('read');
      return session.execute(statement(catalogue));
    }, session);
    return { catalogue, rows };
  } finally {
    await session.close();
  }
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string'
    ? value
    : value === undefined || value === null
      ? ''
      : JSON.stringify(value);
}

// How each kind of database is asked for its tables and their columns. Names go in as values, and come as the boxes take them.
import type { Row, ListEntry } from '@eclusa/flow';
import { mostEntries } from '@eclusa/flow';
import { bareName, type Statement } from './statement';

export interface Catalogue {
  /** Answers `schema`, `name`, `is_view` and `is_near`: to be named without its schema. */
  tables: string;
  /** Answers `name`, `type` and `is_key`, in the order of the table. */
  columns(table: readonly string[]): Statement;
  /** The name as a person would have to type it. */
  spelled(name: string): string;
}

const most = mostEntries + 1;
const quoted = (name: string) => `"${name}"`;

const postgres: Catalogue = {
  tables: `SELECT n.nspname::text AS schema, c.relname::text AS name, c.relkind IN ('v', 'm') AS is_view,
      pg_table_is_visible(c.oid) AS is_near
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
      AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' AND has_schema_privilege(n.oid, 'USAGE')
    ORDER BY is_near DESC, schema, name LIMIT ${most}`,
  columns: (table) => ({
    text: `SELECT a.attname::text AS name, format_type(a.atttypid, a.atttypmod) AS type,
        EXISTS (SELECT 1 FROM pg_index i
          WHERE i.indrelid = a.attrelid AND i.indisprimary AND a.attnum = ANY (i.indkey)) AS is_key
      FROM pg_attribute a
      WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
    values: [table.map((part) => quoted(bareName(part).name.replaceAll('"', '""'))).join('.')],
  }),
  spelled: (name) => (/[."]/.test(name) ? quoted(name) : name),
};

const mysql: Catalogue = {
  tables: `SELECT table_schema AS \`schema\`, table_name AS name, table_type <> 'BASE TABLE' AS is_view,
      table_schema = DATABASE() AS is_near
    FROM information_schema.tables
    WHERE table_schema NOT IN ('information_schema', 'mysql', 'performance_schema', 'sys')
    ORDER BY is_near DESC, table_schema, table_name LIMIT ${most}`,
  columns: (table) => ({
    text: `SELECT column_name AS name, column_type AS type, column_key = 'PRI' AS is_key
      FROM information_schema.columns
      WHERE table_name = ? AND table_schema = COALESCE(?, DATABASE()) ORDER BY ordinal_position`,
    values: [bareName(table.at(-1) ?? '').name, table.length > 1 ? bareName(table[0] ?? '').name : null],
  }),
  spelled: (name) => (/[."]/.test(name) ? quoted(name) : name),
};

/** Numbers under which Firebird keeps its types. */
const firebirdTypes = [
  [7, 'smallint'],
  [8, 'integer'],
  [10, 'float'],
  [12, 'date'],
  [13, 'time'],
  [14, 'char'],
  [16, 'bigint'],
  [23, 'boolean'],
  [24, 'decfloat'],
  [25, 'decfloat'],
  [26, 'int128'],
  [27, 'double precision'],
  [28, 'time with time zone'],
  [29, 'timestamp with time zone'],
  [35, 'timestamp'],
  [37, 'varchar'],
  [261, 'blob'],
] as const;

const firebird: Catalogue = {
  tables: `SELECT FIRST ${most} TRIM(RDB$RELATION_NAME) AS "name", IIF(RDB$VIEW_BLR IS NULL, 0, 1) AS "is_view",
      1 AS "is_near"
    FROM RDB$RELATIONS WHERE COALESCE(RDB$SYSTEM_FLAG, 0) = 0 ORDER BY 1`,
  columns: (table) => ({
    text: `SELECT TRIM(f.RDB$FIELD_NAME) AS "name",
        IIF(d.RDB$FIELD_SCALE < 0, 'numeric',
          CASE d.RDB$FIELD_TYPE ${firebirdTypes.map(([at, name]) => `WHEN ${at} THEN '${name}'`).join(' ')} END) AS "type",
        IIF(EXISTS (SELECT 1 FROM RDB$RELATION_CONSTRAINTS c
          JOIN RDB$INDEX_SEGMENTS s ON s.RDB$INDEX_NAME = c.RDB$INDEX_NAME
          WHERE c.RDB$RELATION_NAME = f.RDB$RELATION_NAME AND c.RDB$CONSTRAINT_TYPE = 'PRIMARY KEY'
            AND s.RDB$FIELD_NAME = f.RDB$FIELD_NAME), 1, 0) AS "is_key"
      FROM RDB$RELATION_FIELDS f JOIN RDB$FIELDS d ON d.RDB$FIELD_NAME = f.RDB$FIELD_SOURCE
      WHERE f.RDB$RELATION_NAME = ? ORDER BY f.RDB$FIELD_POSITION`,
    values: [upper(table.at(-1) ?? '')],
  }),
  spelled: (name) => (/^[A-Z][A-Z0-9_$]*$/.test(name) ? name : quoted(name)),
};

/** What is not quoted is upper case. */
function upper(typed: string): string {
  const { name, isExact } = bareName(typed);
  return isExact ? name : name.toUpperCase();
}

/** By kind of connection; the others are not asked. */
export const catalogues: Readonly<Record<string, Catalogue>> = { postgres, mysql, firebird };

/** What a column's type makes of its values in rows. */
export function typeOfColumn(type: string): Pick<ListEntry, 'type' | 'format'> {
  if (/^bool/i.test(type)) return { type: 'boolean' };
  if (/^date$/i.test(type)) return { type: 'text', format: 'date' };
  if (/^(?:timestamp|datetime)/i.test(type)) return { type: 'text', format: 'date-time' };
  if (/^json/i.test(type)) return {};
  if (/\[\]$/.test(type)) return { type: 'list' };
  const isNumber = /^(?:(?:tiny|small|medium|big)?int|integer|int128|numeric|dec|double|float|real|year)/i;
  return { type: isNumber.test(type) ? 'number' : 'text' };
}

/** Databases have truth as true, 1 or `1`. */
export function isTrue(row: Row, name: string): boolean {
  return row[name] === true || Number(row[name]) === 1;
}

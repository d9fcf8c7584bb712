// Runs a statement and answers its rows, whatever kind of statement it is.
import type { DataSource, EntityManager } from 'typeorm';

export type Executor = Pick<DataSource | EntityManager, 'query'>;

/** The rows a statement returns. (For UPDATE and DELETE, TypeORM itself answers rows and a count.) */
export async function rowsOf<T>(on: Executor, text: string, values: readonly unknown[] = []): Promise<T[]> {
  const answer: unknown = await on.query(text, [...values]);
  if (!Array.isArray(answer)) return [];
  const counted = answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number';
  return (counted ? answer[0] : answer) as T[];
}

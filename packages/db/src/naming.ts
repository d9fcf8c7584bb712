// Turns property names into snake_case columns and gives constraints names a person can read in an error.
import { DefaultNamingStrategy, type Table } from 'typeorm';

const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** `createdAt` → `created_at`; keys are `pk_run`, `fk_run_flow_id`, `uq_…`, `ix_…`. */
export class SnakeNaming extends DefaultNamingStrategy {
  override tableName(target: string, given: string | undefined): string {
    return given ?? snake(target);
  }

  override columnName(property: string, given: string, prefixes: string[]): string {
    return [...prefixes.map(snake), given || snake(property)].join('_');
  }

  override primaryKeyName(table: Table | string): string {
    return `pk_${this.getTableName(table)}`;
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return ['fk', this.getTableName(table), ...columns].join('_');
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return ['uq', this.getTableName(table), ...columns].join('_');
  }

  override indexName(table: Table | string, columns: string[]): string {
    return ['ix', this.getTableName(table), ...columns].join('_');
  }
}

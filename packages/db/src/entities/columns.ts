// The column shapes that most tables share, so that each entity reads as a list of its own columns.
import { Column, CreateDateColumn, ForeignKey, PrimaryColumn } from 'typeorm';

type Options = { nullable?: boolean; name?: string; default?: () => string };

/** A uuid key made by the database. */
export const Id = (): PropertyDecorator => PrimaryColumn({ type: 'uuid', generated: 'uuid' } as never);

/** A growing number made by the database; read as a JavaScript number (2^53 rows are enough). */
export const Serial = (): PropertyDecorator =>
  PrimaryColumn({ type: 'bigint', generated: 'increment' } as never);

/** A moment, to the millisecond: what JavaScript's Date can hold, so that cursors over it are exact. */
export const Moment = (options: Options = {}): PropertyDecorator =>
  Column({ type: 'timestamptz', precision: 3, ...options });

export const CreatedAt = (): PropertyDecorator =>
  CreateDateColumn({ type: 'timestamptz', precision: 3, default: () => 'now()' });

/**
 * JSON kept as it was written. Not `jsonb`: that one reorders the keys of a row, and refuses rows
 * that contain \u0000, which real ERPs do send.
 */
export const JsonColumn = (options: Options = {}): PropertyDecorator => Column({ type: 'json', ...options });

/** A count of rows or bytes. */
export const Count = (): PropertyDecorator => Column({ type: 'bigint', default: 0 });

/**
 * The workspace of something that hangs on a run or a file. No foreign key of its own: the owner has it,
 * and checking it again for every stored row would cost more than it guards.
 */
export const OwnerWorkspace = (): PropertyDecorator => Column({ type: 'uuid' });

/** A uuid that points to another table. */
export function Reference(
  target: () => abstract new () => object,
  onDelete: 'CASCADE' | 'SET NULL' | 'NO ACTION',
  options: Options & { primary?: boolean } = {},
): PropertyDecorator {
  const column = options.primary ? PrimaryColumn({ type: 'uuid' }) : Column({ type: 'uuid', ...options });
  const key = ForeignKey(target as never, { onDelete });
  return (prototype, property) => {
    column(prototype, property as string);
    key(prototype, property as string);
  };
}

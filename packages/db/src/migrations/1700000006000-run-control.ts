// What a person can do to a run: hold its flow or store, settle rows in doubt, read a source again from a page.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RunControl1700000006000 implements MigrationInterface {
  name = 'RunControl1700000006000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['flow', 'store']) {
      await runner.query(`
        ALTER TABLE ${table} ADD COLUMN paused_at timestamptz(3);
        ALTER TABLE ${table} ADD COLUMN paused_by uuid
          CONSTRAINT fk_${table}_paused_by REFERENCES "user" (id) ON DELETE SET NULL;
        CREATE INDEX ix_${table}_paused_by ON ${table} (paused_by);
      `);
    }
    await runner.query(`
      ALTER TABLE run ADD COLUMN read_from json;
      ALTER TABLE run_entry ADD COLUMN rows_before bigint NOT NULL DEFAULT 0;
      ALTER TABLE run_page ADD COLUMN cursor_before json;
      ALTER TABLE run_page ADD COLUMN rows_before bigint;
      ALTER TABLE run_page ADD COLUMN given_back integer NOT NULL DEFAULT 0;
      ALTER TABLE run_failed_row ADD COLUMN given json;
      CREATE INDEX ix_run_failed_row_code ON run_failed_row (run_id, (error->>'code'), id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX ix_run_failed_row_code;
      ALTER TABLE run_failed_row DROP COLUMN given;
      ALTER TABLE run_page DROP COLUMN given_back, DROP COLUMN rows_before, DROP COLUMN cursor_before;
      ALTER TABLE run_entry DROP COLUMN rows_before;
      ALTER TABLE run DROP COLUMN read_from;
      ALTER TABLE store DROP COLUMN paused_by, DROP COLUMN paused_at;
      ALTER TABLE flow DROP COLUMN paused_by, DROP COLUMN paused_at;
    `);
  }
}

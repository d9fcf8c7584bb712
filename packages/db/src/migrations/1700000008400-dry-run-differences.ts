// Dry runs: what each request would change, rows that change nothing, and runs that apply what a dry run showed.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DryRunDifferences1700000008400 implements MigrationInterface {
  name = 'DryRunDifferences1700000008400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE run_request ADD COLUMN entry text;
      ALTER TABLE run_request ADD COLUMN kind text NOT NULL DEFAULT 'other';
      ALTER TABLE run_request ALTER COLUMN request DROP NOT NULL;
      CREATE INDEX ix_run_request_run_id_entry_row_number ON run_request (run_id, entry, row_number);
      ALTER TABLE run ADD COLUMN applies uuid CONSTRAINT fk_run_applies REFERENCES run (id) ON DELETE SET NULL;
      CREATE INDEX ix_run_applies ON run (applies);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE run DROP COLUMN applies;
      DROP INDEX ix_run_request_run_id_entry_row_number;
      DELETE FROM run_request WHERE request IS NULL;
      ALTER TABLE run_request ALTER COLUMN request SET NOT NULL;
      ALTER TABLE run_request DROP COLUMN kind, DROP COLUMN entry;
    `);
  }
}

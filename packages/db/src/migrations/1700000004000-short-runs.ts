// Runs that came with their rows and are done in one go.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ShortRuns1700000004000 implements MigrationInterface {
  name = 'ShortRuns1700000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE run ADD COLUMN short boolean NOT NULL DEFAULT false, ADD COLUMN picture json;
      -- By run only: with the id in it, it was taken for pages looked up by id, and read from end to end each time.
      DROP INDEX ix_run_page_open;
      CREATE INDEX ix_run_page_open ON run_page (run_id) WHERE state <> 'done';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX ix_run_page_open;
      CREATE INDEX ix_run_page_open ON run_page (run_id, id) WHERE state <> 'done';
      ALTER TABLE run DROP COLUMN short, DROP COLUMN picture;
    `);
  }
}

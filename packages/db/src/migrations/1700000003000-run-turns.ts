// Runs that must not overlap take turns.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RunTurns1700000003000 implements MigrationInterface {
  name = 'RunTurns1700000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE run ADD COLUMN concurrency_key text;
      CREATE INDEX ix_run_turns ON run (concurrency_key, created_at)
        WHERE concurrency_key IS NOT NULL AND state IN ('queued', 'running', 'cancelling');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE run DROP COLUMN concurrency_key');
  }
}

// Concurrency keys become what people give; runs that remember what they sent keep a key of their own beside it.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RunOverlap1700000008100 implements MigrationInterface {
  name = 'RunOverlap1700000008100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE run ADD COLUMN memory_key text;
      ALTER TABLE run ADD COLUMN overlap_run_id uuid
        CONSTRAINT fk_run_overlap_run_id REFERENCES run (id) ON DELETE SET NULL;
      UPDATE run SET memory_key = concurrency_key, concurrency_key = NULL WHERE concurrency_key IS NOT NULL;
      CREATE INDEX ix_run_memory_turns ON run (memory_key, created_at)
        WHERE memory_key IS NOT NULL AND state IN ('queued', 'running', 'cancelling');
      CREATE INDEX ix_run_overlap_run_id ON run (overlap_run_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE run SET concurrency_key = memory_key WHERE memory_key IS NOT NULL;
      ALTER TABLE run DROP COLUMN overlap_run_id, DROP COLUMN memory_key;
    `);
  }
}

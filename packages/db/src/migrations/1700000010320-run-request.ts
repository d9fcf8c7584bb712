// The request that started a run, so that the lines of the worker and those of the API can be put side by side.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RunRequest1700000010320 implements MigrationInterface {
  name = 'RunRequest1700000010320';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE run ADD COLUMN request_id uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE run DROP COLUMN request_id');
  }
}

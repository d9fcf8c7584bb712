// Runs that came with their rows and are done in one go.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ShortRuns1700000004000 implements MigrationInterface {
  name = 'ShortRuns1700000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE run ADD COLUMN short boolean NOT NULL DEFAULT false, ADD COLUMN picture json;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE run DROP COLUMN short, DROP COLUMN picture');
  }
}

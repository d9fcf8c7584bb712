// Whose share of the workers a run uses, and how urgent it is.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FairShares1700000007000 implements MigrationInterface {
  name = 'FairShares1700000007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE run ADD COLUMN share text, ADD COLUMN urgency smallint NOT NULL DEFAULT 3;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE run DROP COLUMN share, DROP COLUMN urgency');
  }
}

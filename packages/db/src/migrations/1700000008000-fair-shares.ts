// Whose share of the workers a run uses, how urgent it is, and how often a page was given back in order.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FairShares1700000008000 implements MigrationInterface {
  name = 'FairShares1700000008000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE run ADD COLUMN share text, ADD COLUMN urgency smallint NOT NULL DEFAULT 3;
      ALTER TABLE run_page ADD COLUMN given_back integer NOT NULL DEFAULT 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE run DROP COLUMN share, DROP COLUMN urgency');
    await runner.query('ALTER TABLE run_page DROP COLUMN given_back');
  }
}

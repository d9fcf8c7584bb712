// What a page must not overtake: the keys of its rows, for flows whose rows keep their order.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PageOrder1700000008000 implements MigrationInterface {
  name = 'PageOrder1700000008000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE run_page ADD COLUMN order_keys integer[]');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE run_page DROP COLUMN order_keys');
  }
}

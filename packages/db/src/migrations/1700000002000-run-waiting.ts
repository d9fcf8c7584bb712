// What a run waits for while the other side is away.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RunWaiting1700000002000 implements MigrationInterface {
  name = 'RunWaiting1700000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE run ADD COLUMN waiting json');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE run DROP COLUMN waiting');
  }
}

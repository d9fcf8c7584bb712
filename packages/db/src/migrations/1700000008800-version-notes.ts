// Published versions get a name and a note: what people call them, and why they were published.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class VersionNotes1700000008800 implements MigrationInterface {
  name = 'VersionNotes1700000008800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE flow_version ADD COLUMN name text, ADD COLUMN note text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE flow_version DROP COLUMN name, DROP COLUMN note');
  }
}

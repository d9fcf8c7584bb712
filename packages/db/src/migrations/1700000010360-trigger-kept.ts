// What a trigger keeps of the events it stored last, until the other side knows that they are: it may give them out again.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TriggerKept1700000010360 implements MigrationInterface {
  name = 'TriggerKept1700000010360';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE flow_trigger ADD COLUMN kept json');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE flow_trigger DROP COLUMN kept');
  }
}

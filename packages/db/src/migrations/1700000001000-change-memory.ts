// What landed last under each key, for boxes that let through only what changed.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChangeMemory1700000001000 implements MigrationInterface {
  name = 'ChangeMemory1700000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE change_memory (
        flow_id uuid NOT NULL CONSTRAINT fk_change_memory_flow_id REFERENCES flow (id) ON DELETE CASCADE,
        store_id uuid NOT NULL,
        node text NOT NULL,
        key text NOT NULL,
        workspace_id uuid NOT NULL,
        hash text NOT NULL,
        run_id uuid NOT NULL,
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT pk_change_memory PRIMARY KEY (flow_id, store_id, node, key)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE change_memory');
  }
}

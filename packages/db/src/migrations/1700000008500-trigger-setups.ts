// What was put at other systems for triggers, so that it is taken away when they are gone.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TriggerSetups1700000008500 implements MigrationInterface {
  name = 'TriggerSetups1700000008500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE trigger_setup (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_trigger_setup PRIMARY KEY,
        workspace_id uuid NOT NULL CONSTRAINT fk_trigger_setup_workspace_id REFERENCES workspace (id) ON DELETE CASCADE,
        trigger_id uuid CONSTRAINT fk_trigger_setup_trigger_id REFERENCES flow_trigger (id) ON DELETE SET NULL,
        connection_id uuid NOT NULL
          CONSTRAINT fk_trigger_setup_connection_id REFERENCES connection (id) ON DELETE CASCADE,
        source text NOT NULL,
        node text NOT NULL,
        document json NOT NULL,
        parameters json NOT NULL,
        secret text,
        tries int NOT NULL DEFAULT 0,
        next_at timestamptz(3) NOT NULL DEFAULT now(),
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX ix_trigger_setup_trigger_id ON trigger_setup (trigger_id);
      CREATE INDEX ix_trigger_setup_workspace_id ON trigger_setup (workspace_id);
      CREATE INDEX ix_trigger_setup_connection_id ON trigger_setup (connection_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE trigger_setup');
  }
}

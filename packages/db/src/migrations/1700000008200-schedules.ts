// Schedules, and the runs they fired: one for each schedule and time.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Schedules1700000008200 implements MigrationInterface {
  name = 'Schedules1700000008200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE schedule (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_schedule PRIMARY KEY,
        workspace_id uuid NOT NULL CONSTRAINT fk_schedule_workspace_id REFERENCES workspace (id) ON DELETE CASCADE,
        flow_id uuid NOT NULL CONSTRAINT fk_schedule_flow_id REFERENCES flow (id) ON DELETE CASCADE,
        store_id uuid CONSTRAINT fk_schedule_store_id REFERENCES store (id) ON DELETE CASCADE,
        cron text NOT NULL,
        timezone text NOT NULL,
        missed text NOT NULL DEFAULT 'once',
        overlap text NOT NULL DEFAULT 'skip',
        enabled boolean NOT NULL DEFAULT true,
        next_at timestamptz(3),
        last_at timestamptz(3),
        created_by uuid CONSTRAINT fk_schedule_created_by REFERENCES "user" (id) ON DELETE SET NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE INDEX ix_schedule_workspace_id ON schedule (workspace_id);
      CREATE INDEX ix_schedule_flow_id ON schedule (flow_id);
      CREATE INDEX ix_schedule_store_id ON schedule (store_id);
      CREATE INDEX ix_schedule_created_by ON schedule (created_by);
      CREATE INDEX ix_schedule_due ON schedule (next_at) WHERE enabled AND next_at IS NOT NULL;
      ALTER TABLE run ADD COLUMN schedule_id uuid
        CONSTRAINT fk_run_schedule_id REFERENCES schedule (id) ON DELETE SET NULL;
      ALTER TABLE run ADD COLUMN scheduled_for timestamptz(3);
      CREATE UNIQUE INDEX ix_run_schedule_id_scheduled_for ON run (schedule_id, scheduled_for);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE run DROP COLUMN schedule_id, DROP COLUMN scheduled_for;
      DROP TABLE schedule;
    `);
  }
}

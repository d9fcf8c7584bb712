// Sample rows kept with a flow, one set per box.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FlowSamples1700000008900 implements MigrationInterface {
  name = 'FlowSamples1700000008900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE flow_sample (
        flow_id uuid NOT NULL CONSTRAINT fk_flow_sample_flow_id REFERENCES flow (id) ON DELETE CASCADE,
        node text NOT NULL,
        workspace_id uuid NOT NULL
          CONSTRAINT fk_flow_sample_workspace_id REFERENCES workspace (id) ON DELETE CASCADE,
        outputs json NOT NULL,
        updated_by uuid CONSTRAINT fk_flow_sample_updated_by REFERENCES "user" (id) ON DELETE SET NULL,
        updated_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_flow_sample PRIMARY KEY (flow_id, node)
      );
      CREATE INDEX ix_flow_sample_workspace_id ON flow_sample (workspace_id);
      CREATE INDEX ix_flow_sample_updated_by ON flow_sample (updated_by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE flow_sample');
  }
}

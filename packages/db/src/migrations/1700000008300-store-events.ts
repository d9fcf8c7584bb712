// Triggers of flows, the events that came by them, and the times in which none could come.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StoreEvents1700000008300 implements MigrationInterface {
  name = 'StoreEvents1700000008300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(triggers);
    await runner.query(gapsAndEvents);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE store_event; DROP TABLE trigger_gap; DROP TABLE flow_trigger');
  }
}

const triggers = `
  CREATE TABLE flow_trigger (
    id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_flow_trigger PRIMARY KEY,
    workspace_id uuid NOT NULL CONSTRAINT fk_flow_trigger_workspace_id REFERENCES workspace (id) ON DELETE CASCADE,
    flow_id uuid NOT NULL CONSTRAINT fk_flow_trigger_flow_id REFERENCES flow (id) ON DELETE CASCADE,
    store_id uuid CONSTRAINT fk_flow_trigger_store_id REFERENCES store (id) ON DELETE CASCADE,
    node text NOT NULL,
    type text NOT NULL,
    active boolean NOT NULL DEFAULT true,
    secret_hash text,
    secret text,
    source text,
    written text,
    began_at timestamptz(3),
    covered_at timestamptz(3),
    checked_at timestamptz(3),
    polled_at timestamptz(3),
    event_at timestamptz(3),
    events bigint NOT NULL DEFAULT 0,
    next_at timestamptz(3),
    trouble json,
    fence int NOT NULL DEFAULT 0,
    lease_until timestamptz(3),
    created_at timestamptz(3) NOT NULL DEFAULT now()
  );
  CREATE UNIQUE INDEX ix_flow_trigger_flow_id_store_id_node ON flow_trigger (flow_id, store_id, node);
  CREATE UNIQUE INDEX ix_flow_trigger_no_store ON flow_trigger (flow_id, node) WHERE store_id IS NULL;
  CREATE UNIQUE INDEX ix_flow_trigger_secret_hash ON flow_trigger (secret_hash);
  CREATE INDEX ix_flow_trigger_workspace_id ON flow_trigger (workspace_id);
  CREATE INDEX ix_flow_trigger_store_id ON flow_trigger (store_id);
  CREATE INDEX ix_flow_trigger_source ON flow_trigger (source);
  CREATE INDEX ix_flow_trigger_due ON flow_trigger (next_at) WHERE active AND next_at IS NOT NULL;
`;

const gapsAndEvents = `
  CREATE TABLE trigger_gap (
    id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_trigger_gap PRIMARY KEY,
    workspace_id uuid NOT NULL,
    trigger_id uuid NOT NULL CONSTRAINT fk_trigger_gap_trigger_id REFERENCES flow_trigger (id) ON DELETE CASCADE,
    from_at timestamptz(3) NOT NULL,
    until_at timestamptz(3) NOT NULL,
    found int NOT NULL DEFAULT 0,
    due_at timestamptz(3) NOT NULL,
    closed_at timestamptz(3),
    created_at timestamptz(3) NOT NULL DEFAULT now()
  );
  CREATE INDEX ix_trigger_gap_trigger_id_created_at ON trigger_gap (trigger_id, created_at);
  CREATE TABLE store_event (
    flow_id uuid NOT NULL CONSTRAINT fk_store_event_flow_id REFERENCES flow (id) ON DELETE CASCADE,
    store_id uuid NOT NULL,
    key text NOT NULL,
    workspace_id uuid NOT NULL,
    trigger_id uuid NOT NULL,
    run_id uuid NOT NULL,
    subject text,
    state text,
    from_at timestamptz(3),
    until_at timestamptz(3),
    arrived_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_store_event PRIMARY KEY (flow_id, store_id, key)
  );
  CREATE INDEX ix_store_event_state ON store_event (flow_id, store_id, subject, state) WHERE subject IS NOT NULL;
  CREATE INDEX ix_store_event_arrived_at ON store_event (arrived_at);
`;

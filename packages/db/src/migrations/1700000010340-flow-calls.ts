// Flows that run other flows and wait for them. That a run which was started has ended, and that it stops with the run
// that waits for it, is seen to by the database, in the transaction that ends or stops a run, whichever statement does it.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FlowCalls1700000010340 implements MigrationInterface {
  name = 'FlowCalls1700000010340';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(triggers);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER end_calls ON run;
      DROP TRIGGER stop_calls ON run;
      DROP FUNCTION end_calls;
      DROP FUNCTION stop_calls;
      DROP TABLE run_call;
      DROP TABLE flow_call;
      DROP INDEX ix_run_after_run_id;
      ALTER TABLE run DROP COLUMN callers;
    `);
  }
}

const tables = `
  ALTER TABLE run ADD COLUMN callers uuid[] NOT NULL DEFAULT '{}';
  CREATE INDEX ix_run_after_run_id ON run (after_run_id) WHERE after_run_id IS NOT NULL;
  CREATE TABLE flow_call (
    flow_id uuid NOT NULL CONSTRAINT fk_flow_call_flow_id REFERENCES flow (id) ON DELETE CASCADE,
    called_id uuid NOT NULL CONSTRAINT fk_flow_call_called_id REFERENCES flow (id) ON DELETE CASCADE,
    workspace_id uuid NOT NULL,
    CONSTRAINT pk_flow_call PRIMARY KEY (flow_id, called_id)
  );
  CREATE INDEX ix_flow_call_called_id ON flow_call (called_id);
  CREATE TABLE run_call (
    parent_id uuid NOT NULL CONSTRAINT fk_run_call_parent_id REFERENCES run (id) ON DELETE CASCADE,
    node text NOT NULL,
    number int NOT NULL,
    workspace_id uuid NOT NULL,
    run_id uuid NOT NULL,
    at_once smallint NOT NULL,
    open boolean NOT NULL DEFAULT true,
    CONSTRAINT pk_run_call PRIMARY KEY (parent_id, node, number)
  );
  CREATE UNIQUE INDEX ix_run_call_run_id ON run_call (run_id);
  CREATE INDEX ix_run_call_open ON run_call (parent_id, node, number) WHERE open;
`;

const triggers = `
  CREATE FUNCTION end_calls() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE run_call SET open = NEW.finished_at IS NULL WHERE run_id = NEW.id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER end_calls AFTER UPDATE ON run FOR EACH ROW
    WHEN (NEW.trigger = 'call' AND (OLD.finished_at IS NULL) <> (NEW.finished_at IS NULL)) EXECUTE FUNCTION end_calls();
  CREATE FUNCTION stop_calls() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE run SET state = 'cancelling', updated_at = now()
    WHERE after_run_id = NEW.id AND trigger = 'call' AND state IN ('queued', 'running');
    RETURN NULL;
  END $$;
  CREATE TRIGGER stop_calls AFTER UPDATE ON run FOR EACH ROW
    WHEN (OLD.state IN ('queued', 'running') AND NEW.state IN ('cancelling', 'failed')) EXECUTE FUNCTION stop_calls();
`;

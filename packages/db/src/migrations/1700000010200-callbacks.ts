// Callbacks: where programs are told of what happened, and the outbox of what is to be told. The outbox is written by
// the database itself, in the transaction that ends a run, whichever statement does it.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Callbacks1700000010200 implements MigrationInterface {
  name = 'Callbacks1700000010200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(outbox);
    await runner.query(occasions);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER tell_run_end ON run;
      DROP TRIGGER tell_run_skipped ON run;
      DROP TRIGGER tell_store_down ON run;
      DROP TRIGGER tell_feed_recreated ON trigger_gap;
      DROP FUNCTION tell_run_end, tell_store_down, tell_feed_recreated, tell_callbacks;
      ALTER TABLE run DROP COLUMN callback_url;
      DROP TABLE callback_delivery;
      DROP TABLE callback_endpoint;
      ALTER TABLE workspace DROP COLUMN callback_secret;
    `);
  }
}

const tables = `
  CREATE TABLE callback_endpoint (
    id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_callback_endpoint PRIMARY KEY,
    workspace_id uuid NOT NULL CONSTRAINT fk_callback_endpoint_workspace_id REFERENCES workspace (id) ON DELETE CASCADE,
    name text NOT NULL,
    address text NOT NULL,
    events text[] NOT NULL,
    flow_ids uuid[],
    store_ids uuid[],
    secret text NOT NULL,
    enabled boolean NOT NULL DEFAULT true,
    created_by uuid CONSTRAINT fk_callback_endpoint_created_by REFERENCES "user" (id) ON DELETE SET NULL,
    created_at timestamptz(3) NOT NULL DEFAULT now()
  );
  CREATE INDEX ix_callback_endpoint_workspace_id ON callback_endpoint (workspace_id);
  CREATE INDEX ix_callback_endpoint_created_by ON callback_endpoint (created_by);
  CREATE TABLE callback_delivery (
    id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_callback_delivery PRIMARY KEY,
    workspace_id uuid NOT NULL CONSTRAINT fk_callback_delivery_workspace_id REFERENCES workspace (id) ON DELETE CASCADE,
    endpoint_id uuid CONSTRAINT fk_callback_delivery_endpoint_id REFERENCES callback_endpoint (id) ON DELETE CASCADE,
    address text,
    event text NOT NULL,
    run_id uuid,
    subject text,
    body json NOT NULL,
    state text NOT NULL DEFAULT 'waiting',
    tries int NOT NULL DEFAULT 0,
    status int,
    error text,
    next_at timestamptz(3),
    fence int NOT NULL DEFAULT 0,
    done_at timestamptz(3),
    created_at timestamptz(3) NOT NULL DEFAULT now()
  );
  CREATE INDEX ix_callback_delivery_due ON callback_delivery (next_at) WHERE next_at IS NOT NULL;
  CREATE INDEX ix_callback_delivery_workspace_id_created_at ON callback_delivery (workspace_id, created_at);
  CREATE INDEX ix_callback_delivery_endpoint_id_created_at ON callback_delivery (endpoint_id, created_at);
  CREATE INDEX ix_callback_delivery_created_at ON callback_delivery (created_at);
  ALTER TABLE run ADD COLUMN callback_url text;
  ALTER TABLE workspace ADD COLUMN callback_secret text;
`;

/** One delivery for each endpoint that asked for the event, for this flow and store. */
const outbox = `
  CREATE FUNCTION tell_callbacks(workspace uuid, flow uuid, store uuid, told text, run uuid, about text, data json)
  RETURNS void LANGUAGE sql AS $$
    INSERT INTO callback_delivery (workspace_id, endpoint_id, event, run_id, subject, body, next_at)
    SELECT workspace, e.id, told, run, about,
      json_build_object('type', told, 'timestamp', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'data', data),
      now()
    FROM callback_endpoint e
    WHERE e.workspace_id = workspace AND e.enabled AND told = ANY(e.events)
      AND (e.flow_ids IS NULL OR flow = ANY(e.flow_ids)) AND (e.store_ids IS NULL OR store = ANY(e.store_ids))
      -- What goes on being so is told again after a while, not with every run that finds it so.
      AND (about IS NULL OR NOT EXISTS (SELECT FROM callback_delivery d WHERE d.endpoint_id = e.id AND d.event = told
        AND d.subject = about AND d.created_at > now() - interval '15 minutes'))
  $$;

  CREATE FUNCTION tell_run_end() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    said json;
  BEGIN
    IF NEW.callback_url IS NULL AND NOT EXISTS
      (SELECT FROM callback_endpoint e WHERE e.workspace_id = NEW.workspace_id AND e.enabled) THEN
      RETURN NULL;
    END IF;
    said := json_build_object('runId', NEW.id, 'flowId', NEW.flow_id, 'version', NEW.version_number,
      'storeId', NEW.store_id, 'state', NEW.state, 'trigger', NEW.trigger, 'dryRun', NEW.dry_run, 'tags', NEW.tags,
      'rows', json_build_object('read', NEW.read_rows, 'written', NEW.written, 'skipped', NEW.skipped,
        'failed', NEW.failed, 'waiting', NEW.waiting_rows),
      'error', NEW.error->>'code', 'startedAt', NEW.started_at, 'finishedAt', NEW.finished_at);
    PERFORM tell_callbacks(NEW.workspace_id, NEW.flow_id, NEW.store_id, 'run.finished', NEW.id, NULL, said);
    IF NEW.failed > 0 THEN
      PERFORM tell_callbacks(NEW.workspace_id, NEW.flow_id, NEW.store_id, 'rows.failed', NEW.id, NULL, said);
    END IF;
    IF NEW.callback_url IS NOT NULL THEN
      INSERT INTO callback_delivery (workspace_id, address, event, run_id, body, next_at)
      VALUES (NEW.workspace_id, NEW.callback_url, 'run.finished', NEW.id, json_build_object('type', 'run.finished',
        'timestamp', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'data', said), now());
    END IF;
    RETURN NULL;
  END $$;

  CREATE FUNCTION tell_store_down() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM tell_callbacks(NEW.workspace_id, NEW.flow_id, NEW.store_id, 'store.down', NEW.id, NEW.waiting->>'service',
      json_build_object('runId', NEW.id, 'flowId', NEW.flow_id, 'storeId', NEW.store_id,
        'service', NEW.waiting->>'service', 'status', NEW.waiting->'status', 'since', NEW.waiting->>'since'));
    RETURN NULL;
  END $$;

  CREATE FUNCTION tell_feed_recreated() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    t flow_trigger;
  BEGIN
    SELECT * INTO t FROM flow_trigger WHERE id = NEW.trigger_id;
    PERFORM tell_callbacks(NEW.workspace_id, t.flow_id, t.store_id, 'feed.recreated', NULL, NULL,
      json_build_object('flowId', t.flow_id, 'storeId', t.store_id, 'box', t.node, 'type', t.type,
        'from', NEW.from_at, 'until', NEW.until_at));
    RETURN NULL;
  END $$;
`;

const occasions = `
  CREATE TRIGGER tell_run_end AFTER UPDATE ON run FOR EACH ROW
    WHEN (OLD.finished_at IS NULL AND NEW.finished_at IS NOT NULL) EXECUTE FUNCTION tell_run_end();
  CREATE TRIGGER tell_run_skipped AFTER INSERT ON run FOR EACH ROW
    WHEN (NEW.state = 'skipped') EXECUTE FUNCTION tell_run_end();
  CREATE TRIGGER tell_store_down AFTER UPDATE ON run FOR EACH ROW
    WHEN (NEW.waiting->>'service' IS NOT NULL AND NEW.waiting->>'service' IS DISTINCT FROM OLD.waiting->>'service')
    EXECUTE FUNCTION tell_store_down();
  CREATE TRIGGER tell_feed_recreated AFTER INSERT ON trigger_gap FOR EACH ROW EXECUTE FUNCTION tell_feed_recreated();
`;

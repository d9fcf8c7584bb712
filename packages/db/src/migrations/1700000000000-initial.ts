// The first schema: every table of a workspace, its keys, and an index for each way it is asked.
// Postgres 15 features at most.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const people = `
CREATE TABLE workspace (
  id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_workspace PRIMARY KEY,
  name text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);

CREATE TABLE "user" (
  id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_user PRIMARY KEY,
  email text NOT NULL,
  name text NOT NULL,
  password_hash text,
  locale text NOT NULL DEFAULT 'en',
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX ix_user_email ON "user" (email);

CREATE TABLE membership (
  user_id uuid NOT NULL CONSTRAINT fk_membership_user_id REFERENCES "user" (id) ON DELETE CASCADE,
  workspace_id uuid NOT NULL
    CONSTRAINT fk_membership_workspace_id REFERENCES workspace (id) ON DELETE CASCADE,
  role text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT pk_membership PRIMARY KEY (user_id, workspace_id)
);
CREATE INDEX ix_membership_workspace_id ON membership (workspace_id);

CREATE TABLE session (
  id text NOT NULL CONSTRAINT pk_session PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT fk_session_user_id REFERENCES "user" (id) ON DELETE CASCADE,
  workspace_id uuid NOT NULL CONSTRAINT fk_session_workspace_id REFERENCES workspace (id) ON DELETE CASCADE,
  expires_at timestamptz(3) NOT NULL,
  last_seen_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX ix_session_user_id ON session (user_id);
CREATE INDEX ix_session_workspace_id ON session (workspace_id);
CREATE INDEX ix_session_expires_at ON session (expires_at);

CREATE TABLE sign_in_token (
  token_hash text NOT NULL,
  user_id uuid NOT NULL CONSTRAINT fk_sign_in_token_user_id REFERENCES "user" (id) ON DELETE CASCADE,
  workspace_id uuid NOT NULL
    CONSTRAINT fk_sign_in_token_workspace_id REFERENCES workspace (id) ON DELETE CASCADE,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT pk_sign_in_token PRIMARY KEY (token_hash)
);
CREATE INDEX ix_sign_in_token_user_id ON sign_in_token (user_id);
CREATE INDEX ix_sign_in_token_workspace_id ON sign_in_token (workspace_id);

CREATE TABLE audit (
  id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_audit PRIMARY KEY,
  workspace_id uuid NOT NULL CONSTRAINT fk_audit_workspace_id REFERENCES workspace (id) ON DELETE CASCADE,
  user_id uuid CONSTRAINT fk_audit_user_id REFERENCES "user" (id) ON DELETE SET NULL,
  action text NOT NULL,
  subject text NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT now(),
  details jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX ix_audit_user_id ON audit (user_id);
CREATE INDEX ix_audit_workspace_id_at ON audit (workspace_id, at);
`;

const systems = `
CREATE TABLE connection (
  id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_connection PRIMARY KEY,
  workspace_id uuid NOT NULL
    CONSTRAINT fk_connection_workspace_id REFERENCES workspace (id) ON DELETE CASCADE,
  kind text NOT NULL,
  name text NOT NULL,
  settings jsonb NOT NULL DEFAULT '{}',
  secrets text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3)
);
CREATE INDEX ix_connection_workspace_id ON connection (workspace_id);

CREATE TABLE store (
  id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_store PRIMARY KEY,
  workspace_id uuid NOT NULL CONSTRAINT fk_store_workspace_id REFERENCES workspace (id) ON DELETE CASCADE,
  name text NOT NULL,
  account text NOT NULL,
  connection_id uuid NOT NULL CONSTRAINT fk_store_connection_id REFERENCES connection (id),
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX ix_store_workspace_id ON store (workspace_id);
CREATE INDEX ix_store_connection_id ON store (connection_id);

CREATE TABLE file (
  id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_file PRIMARY KEY,
  workspace_id uuid NOT NULL CONSTRAINT fk_file_workspace_id REFERENCES workspace (id) ON DELETE CASCADE,
  name text NOT NULL,
  size bigint NOT NULL DEFAULT 0,
  sha256 text,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX ix_file_workspace_id ON file (workspace_id);

CREATE TABLE file_chunk (
  file_id uuid NOT NULL CONSTRAINT fk_file_chunk_file_id REFERENCES file (id) ON DELETE CASCADE,
  seq integer NOT NULL,
  workspace_id uuid NOT NULL,
  bytes bytea NOT NULL,
  CONSTRAINT pk_file_chunk PRIMARY KEY (file_id, seq)
);
-- Pieces are mostly read in part and rarely compress: keep them as they are.
ALTER TABLE file_chunk ALTER bytes SET STORAGE EXTERNAL;
`;

const flows = `
CREATE TABLE flow (
  id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_flow PRIMARY KEY,
  workspace_id uuid NOT NULL CONSTRAINT fk_flow_workspace_id REFERENCES workspace (id) ON DELETE CASCADE,
  name text NOT NULL,
  draft json NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  published_version integer,
  updated_by uuid CONSTRAINT fk_flow_updated_by REFERENCES "user" (id) ON DELETE SET NULL,
  updated_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX ix_flow_workspace_id ON flow (workspace_id);
CREATE INDEX ix_flow_updated_by ON flow (updated_by);

CREATE TABLE flow_version (
  id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_flow_version PRIMARY KEY,
  workspace_id uuid NOT NULL
    CONSTRAINT fk_flow_version_workspace_id REFERENCES workspace (id) ON DELETE CASCADE,
  flow_id uuid NOT NULL CONSTRAINT fk_flow_version_flow_id REFERENCES flow (id) ON DELETE CASCADE,
  number integer NOT NULL,
  document json NOT NULL,
  created_by uuid CONSTRAINT fk_flow_version_created_by REFERENCES "user" (id) ON DELETE SET NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT uq_flow_version_flow_id_number UNIQUE (flow_id, number)
);
CREATE INDEX ix_flow_version_workspace_id ON flow_version (workspace_id);
CREATE INDEX ix_flow_version_created_by ON flow_version (created_by);

CREATE TABLE flow_binding (
  id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_flow_binding PRIMARY KEY,
  workspace_id uuid NOT NULL
    CONSTRAINT fk_flow_binding_workspace_id REFERENCES workspace (id) ON DELETE CASCADE,
  flow_id uuid NOT NULL CONSTRAINT fk_flow_binding_flow_id REFERENCES flow (id) ON DELETE CASCADE,
  store_id uuid CONSTRAINT fk_flow_binding_store_id REFERENCES store (id) ON DELETE CASCADE,
  slots jsonb NOT NULL DEFAULT '{}',
  parameters jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX ix_flow_binding_workspace_id ON flow_binding (workspace_id);
CREATE INDEX ix_flow_binding_store_id ON flow_binding (store_id);
CREATE UNIQUE INDEX ix_flow_binding_no_store ON flow_binding (flow_id) WHERE store_id IS NULL;
CREATE UNIQUE INDEX ix_flow_binding_flow_id_store_id ON flow_binding (flow_id, store_id);
`;

const runs = `
CREATE TABLE run (
  id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_run PRIMARY KEY,
  workspace_id uuid NOT NULL CONSTRAINT fk_run_workspace_id REFERENCES workspace (id) ON DELETE CASCADE,
  flow_id uuid NOT NULL CONSTRAINT fk_run_flow_id REFERENCES flow (id) ON DELETE CASCADE,
  version_id uuid NOT NULL CONSTRAINT fk_run_version_id REFERENCES flow_version (id) ON DELETE CASCADE,
  version_number integer NOT NULL,
  store_id uuid CONSTRAINT fk_run_store_id REFERENCES store (id) ON DELETE SET NULL,
  slots jsonb NOT NULL DEFAULT '{}',
  parameters jsonb NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'queued',
  trigger text NOT NULL DEFAULT 'manual',
  dry_run boolean NOT NULL DEFAULT false,
  read_rows bigint NOT NULL DEFAULT 0,
  derived_rows bigint NOT NULL DEFAULT 0,
  written bigint NOT NULL DEFAULT 0,
  skipped bigint NOT NULL DEFAULT 0,
  failed bigint NOT NULL DEFAULT 0,
  collected bigint NOT NULL DEFAULT 0,
  total_rows bigint,
  error json,
  replay_of uuid CONSTRAINT fk_run_replay_of REFERENCES run (id) ON DELETE SET NULL,
  created_by uuid CONSTRAINT fk_run_created_by REFERENCES "user" (id) ON DELETE SET NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  started_at timestamptz(3),
  finished_at timestamptz(3),
  updated_at timestamptz(3)
);
CREATE INDEX ix_run_version_id ON run (version_id);
CREATE INDEX ix_run_store_id ON run (store_id);
CREATE INDEX ix_run_replay_of ON run (replay_of);
CREATE INDEX ix_run_created_by ON run (created_by);
CREATE INDEX ix_run_open ON run (state) WHERE state IN ('queued', 'running', 'cancelling');
CREATE INDEX ix_run_flow_id_created_at ON run (flow_id, created_at);
CREATE INDEX ix_run_workspace_id_created_at ON run (workspace_id, created_at);

CREATE TABLE run_count (
  run_id uuid NOT NULL CONSTRAINT fk_run_count_run_id REFERENCES run (id) ON DELETE CASCADE,
  node text NOT NULL,
  side text NOT NULL,
  port text NOT NULL,
  workspace_id uuid NOT NULL,
  rows bigint NOT NULL DEFAULT 0,
  CONSTRAINT pk_run_count PRIMARY KEY (run_id, node, side, port)
);

CREATE TABLE run_sample (
  run_id uuid NOT NULL CONSTRAINT fk_run_sample_run_id REFERENCES run (id) ON DELETE CASCADE,
  node text NOT NULL,
  side text NOT NULL,
  port text NOT NULL,
  workspace_id uuid NOT NULL,
  rows json NOT NULL,
  CONSTRAINT pk_run_sample PRIMARY KEY (run_id, node, side, port)
);

CREATE TABLE run_failed_row (
  id bigserial NOT NULL CONSTRAINT pk_run_failed_row PRIMARY KEY,
  workspace_id uuid NOT NULL,
  run_id uuid NOT NULL CONSTRAINT fk_run_failed_row_run_id REFERENCES run (id) ON DELETE CASCADE,
  node text NOT NULL,
  port text NOT NULL,
  entry text NOT NULL,
  row_number bigint NOT NULL,
  input json NOT NULL,
  error json NOT NULL,
  state text NOT NULL DEFAULT 'open',
  replay_run_id uuid CONSTRAINT fk_run_failed_row_replay_run_id REFERENCES run (id) ON DELETE SET NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX ix_run_failed_row_replay_run_id ON run_failed_row (replay_run_id);
CREATE INDEX ix_run_failed_row_run_id_node_id ON run_failed_row (run_id, node, id);

CREATE TABLE run_request (
  id bigserial NOT NULL CONSTRAINT pk_run_request PRIMARY KEY,
  workspace_id uuid NOT NULL,
  run_id uuid NOT NULL CONSTRAINT fk_run_request_run_id REFERENCES run (id) ON DELETE CASCADE,
  node text NOT NULL,
  row_number bigint NOT NULL,
  request json NOT NULL
);
CREATE INDEX ix_run_request_run_id_id ON run_request (run_id, id);
`;

const work = `
CREATE TABLE run_entry (
  run_id uuid NOT NULL CONSTRAINT fk_run_entry_run_id REFERENCES run (id) ON DELETE CASCADE,
  node text NOT NULL,
  workspace_id uuid NOT NULL,
  state text NOT NULL,
  cursor json,
  pages integer NOT NULL DEFAULT 0,
  rows bigint NOT NULL DEFAULT 0,
  total_rows bigint,
  fence integer NOT NULL DEFAULT 0,
  lease_until timestamptz(3),
  enqueued_at timestamptz(3),
  error json,
  CONSTRAINT pk_run_entry PRIMARY KEY (run_id, node)
);
CREATE INDEX ix_run_entry_reading ON run_entry (lease_until) WHERE state = 'reading';

CREATE TABLE run_page (
  id bigserial NOT NULL CONSTRAINT pk_run_page PRIMARY KEY,
  workspace_id uuid NOT NULL,
  run_id uuid NOT NULL CONSTRAINT fk_run_page_run_id REFERENCES run (id) ON DELETE CASCADE,
  entry text NOT NULL,
  seq integer NOT NULL,
  at jsonb NOT NULL,
  rows json,
  row_count integer NOT NULL,
  progress json,
  state text NOT NULL DEFAULT 'queued',
  fence integer NOT NULL DEFAULT 0,
  lease_until timestamptz(3),
  enqueued_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX ix_run_page_open ON run_page (run_id, id) WHERE state <> 'done';
CREATE UNIQUE INDEX ix_run_page_run_id_entry_seq ON run_page (run_id, entry, seq);

CREATE TABLE run_effect (
  page_id bigint NOT NULL CONSTRAINT fk_run_effect_page_id REFERENCES run_page (id) ON DELETE CASCADE,
  node text NOT NULL,
  item text NOT NULL,
  workspace_id uuid NOT NULL,
  state text NOT NULL,
  result json,
  failure json,
  CONSTRAINT pk_run_effect PRIMARY KEY (page_id, node, item)
);

CREATE TABLE run_spool (
  run_id uuid NOT NULL CONSTRAINT fk_run_spool_run_id REFERENCES run (id) ON DELETE CASCADE,
  node text NOT NULL,
  port text NOT NULL,
  seq bigint NOT NULL,
  workspace_id uuid NOT NULL,
  rows json NOT NULL,
  CONSTRAINT pk_run_spool PRIMARY KEY (run_id, node, port, seq)
);

CREATE TABLE run_scratch (
  chunk uuid NOT NULL,
  seq integer NOT NULL,
  workspace_id uuid NOT NULL,
  run_id uuid NOT NULL CONSTRAINT fk_run_scratch_run_id REFERENCES run (id) ON DELETE CASCADE,
  rows json NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT pk_run_scratch PRIMARY KEY (chunk, seq)
);
CREATE INDEX ix_run_scratch_run_id ON run_scratch (run_id);
`;

const immutableVersions = `
CREATE FUNCTION refuse_changed_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.document::text IS DISTINCT FROM OLD.document::text OR NEW.number <> OLD.number
     OR NEW.flow_id <> OLD.flow_id THEN
    RAISE EXCEPTION 'flow_version % is published and never changes', OLD.id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER flow_version_immutable BEFORE UPDATE ON flow_version
  FOR EACH ROW EXECUTE FUNCTION refuse_changed_document();
`;

/** The name carries its place in the order; TypeORM reads it from the class. */
export class Initial1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [people, systems, flows, runs, work, immutableVersions]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE run_scratch, run_spool, run_effect, run_page, run_entry, run_request, run_failed_row,
        run_sample, run_count, run, flow_binding, flow_version, flow, file_chunk, file, store, connection,
        audit, sign_in_token, session, membership, "user", workspace;
      DROP FUNCTION refuse_changed_document();
    `);
  }
}

// Keys for programs, and the run that each call with a key of its own (Idempotency-Key) started.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ApiKeys1700000010000 implements MigrationInterface {
  name = 'ApiKeys1700000010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api_key (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_api_key PRIMARY KEY,
        workspace_id uuid NOT NULL CONSTRAINT fk_api_key_workspace_id REFERENCES workspace (id) ON DELETE CASCADE,
        name text NOT NULL,
        hash text NOT NULL,
        hint text NOT NULL,
        old_hash text,
        old_hash_until timestamptz(3),
        actions text[] NOT NULL,
        flow_ids uuid[],
        store_ids uuid[],
        per_minute integer NOT NULL,
        runs_per_day integer,
        expires_at timestamptz(3),
        last_used_at timestamptz(3),
        revoked_at timestamptz(3),
        created_by uuid CONSTRAINT fk_api_key_created_by REFERENCES "user" (id) ON DELETE SET NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE INDEX ix_api_key_workspace_id ON api_key (workspace_id);
      CREATE UNIQUE INDEX ix_api_key_hash ON api_key (hash);
      CREATE UNIQUE INDEX ix_api_key_old_hash ON api_key (old_hash);
      CREATE INDEX ix_api_key_created_by ON api_key (created_by);
      CREATE TABLE call_key (
        workspace_id uuid NOT NULL,
        key text NOT NULL,
        run_id uuid NOT NULL CONSTRAINT fk_call_key_run_id REFERENCES run (id) ON DELETE CASCADE,
        body_hash text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT pk_call_key PRIMARY KEY (workspace_id, key)
      );
      CREATE INDEX ix_call_key_run_id ON call_key (run_id);
      CREATE INDEX ix_call_key_created_at ON call_key (created_at);
      ALTER TABLE run ADD COLUMN tags text[] NOT NULL DEFAULT '{}';
      ALTER TABLE run ADD COLUMN run_at timestamptz(3);
      ALTER TABLE run ADD COLUMN priority smallint;
      ALTER TABLE run ADD COLUMN key_id uuid CONSTRAINT fk_run_key_id REFERENCES api_key (id) ON DELETE SET NULL;
      CREATE INDEX ix_run_key_id ON run (key_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE run DROP COLUMN key_id, DROP COLUMN priority, DROP COLUMN run_at, DROP COLUMN tags;
      DROP TABLE call_key;
      DROP TABLE api_key;
    `);
  }
}

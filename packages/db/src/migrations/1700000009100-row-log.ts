// A log of rows by key, what a person changed of failed rows, and how long a workspace keeps its history.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RowLog1700000009100 implements MigrationInterface {
  name = 'RowLog1700000009100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE row_log (
        id bigserial NOT NULL CONSTRAINT pk_row_log PRIMARY KEY,
        workspace_id uuid NOT NULL,
        run_id uuid NOT NULL CONSTRAINT fk_row_log_run_id REFERENCES run (id) ON DELETE CASCADE,
        entry text NOT NULL,
        day integer NOT NULL,
        at timestamptz(3) NOT NULL,
        lines json NOT NULL
      );
      CREATE INDEX ix_row_log_run_id ON row_log (run_id);
      CREATE INDEX ix_row_log_workspace_id_day ON row_log (workspace_id, day);
      CREATE TABLE row_log_key (
        day integer NOT NULL,
        hash bigint NOT NULL,
        log_id bigint NOT NULL,
        place smallint NOT NULL,
        CONSTRAINT pk_row_log_key PRIMARY KEY (day, hash, log_id, place)
      );
      ALTER TABLE run_failed_row ADD COLUMN edited json;
      CREATE TABLE retention (
        workspace_id uuid NOT NULL CONSTRAINT pk_retention PRIMARY KEY
          CONSTRAINT fk_retention_workspace_id REFERENCES workspace (id) ON DELETE CASCADE,
        log_days integer NOT NULL DEFAULT 90,
        run_days integer NOT NULL DEFAULT 365,
        audit_days integer NOT NULL DEFAULT 730
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE retention;
      ALTER TABLE run_failed_row DROP COLUMN edited;
      DROP TABLE row_log_key, row_log;
    `);
  }
}

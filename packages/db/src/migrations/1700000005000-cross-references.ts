// Tables of codes per store, and rows that wait for a code.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CrossReferences1700000005000 implements MigrationInterface {
  name = 'CrossReferences1700000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE cross_reference (
        workspace_id uuid NOT NULL
          CONSTRAINT fk_cross_reference_workspace_id REFERENCES workspace (id) ON DELETE CASCADE,
        store_id uuid NOT NULL,
        table_name text NOT NULL,
        key text NOT NULL,
        value text NOT NULL,
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT pk_cross_reference PRIMARY KEY (workspace_id, store_id, table_name, key)
      );
      CREATE INDEX ix_cross_reference_value ON cross_reference (workspace_id, store_id, table_name, value);
      ALTER TABLE run ADD COLUMN waiting_rows bigint NOT NULL DEFAULT 0;
      ALTER TABLE run_failed_row
        ADD COLUMN missing_table text, ADD COLUMN missing_by text, ADD COLUMN missing_code text,
        ADD COLUMN missing_hash text;
      CREATE INDEX ix_run_failed_row_waiting ON run_failed_row (workspace_id, missing_table, missing_code, missing_hash)
        WHERE state = 'waiting';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE run_failed_row SET state = 'open' WHERE state = 'waiting';
      DROP INDEX ix_run_failed_row_waiting;
      ALTER TABLE run_failed_row DROP COLUMN missing_table, DROP COLUMN missing_by, DROP COLUMN missing_code,
        DROP COLUMN missing_hash;
      ALTER TABLE run DROP COLUMN waiting_rows;
      DROP TABLE cross_reference;
    `);
  }
}

// Sign-ins at other systems in a window of the browser: what was granted, and who is at a provider just now.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ConnectionSignIns1700000010350 implements MigrationInterface {
  name = 'ConnectionSignIns1700000010350';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE connection_sign_in (
        connection_id uuid NOT NULL
          CONSTRAINT fk_connection_sign_in_connection_id REFERENCES connection (id) ON DELETE CASCADE,
        workspace_id uuid NOT NULL,
        grant_id uuid,
        tokens text,
        scopes text,
        ends_at timestamptz(3),
        signed_in_at timestamptz(3),
        signed_in_by uuid
          CONSTRAINT fk_connection_sign_in_signed_in_by REFERENCES "user" (id) ON DELETE SET NULL,
        refused_at timestamptz(3),
        refused_code text,
        refused_values jsonb,
        renewing_by uuid,
        renewing_until timestamptz(3),
        CONSTRAINT pk_connection_sign_in PRIMARY KEY (connection_id)
      );
      CREATE INDEX ix_connection_sign_in_signed_in_by ON connection_sign_in (signed_in_by);
      CREATE TABLE connection_sign_in_attempt (
        state_hash text NOT NULL CONSTRAINT pk_connection_sign_in_attempt PRIMARY KEY,
        workspace_id uuid NOT NULL,
        connection_id uuid NOT NULL
          CONSTRAINT fk_connection_sign_in_attempt_connection_id REFERENCES connection (id) ON DELETE CASCADE,
        session_id text NOT NULL
          CONSTRAINT fk_connection_sign_in_attempt_session_id REFERENCES session (id) ON DELETE CASCADE,
        verifier text NOT NULL,
        expires_at timestamptz(3) NOT NULL
      );
      CREATE INDEX ix_connection_sign_in_attempt_connection_id ON connection_sign_in_attempt (connection_id);
      CREATE INDEX ix_connection_sign_in_attempt_session_id ON connection_sign_in_attempt (session_id);
      CREATE INDEX ix_connection_sign_in_attempt_expires_at ON connection_sign_in_attempt (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE connection_sign_in_attempt; DROP TABLE connection_sign_in;');
  }
}

// What runs answer to whoever started them.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RunAnswers1700000010300 implements MigrationInterface {
  name = 'RunAnswers1700000010300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE run_answer (
        run_id uuid NOT NULL CONSTRAINT fk_run_answer_run_id REFERENCES run (id) ON DELETE CASCADE,
        node text NOT NULL,
        entry_index int NOT NULL,
        seq bigint NOT NULL,
        workspace_id uuid NOT NULL,
        place int NOT NULL,
        status int NOT NULL,
        list boolean NOT NULL,
        most int NOT NULL,
        total int NOT NULL,
        rows json NOT NULL,
        CONSTRAINT pk_run_answer PRIMARY KEY (run_id, node, entry_index, seq)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE run_answer');
  }
}

// The database whose procedure the example of the box calls.
import type { ExampleSetup } from '../harness.testing';
import { say } from '../sql/say.testing';
import { startFirebird } from '../sql/servers.testing';

export async function setup(): Promise<ExampleSetup> {
  const server = await startFirebird();
  await say(
    server,
    'CREATE TABLE pedidos (id INTEGER, numero VARCHAR(20), total NUMERIC(15, 2))',
    `CREATE PROCEDURE grava_pedido (numero VARCHAR(20), total NUMERIC(15, 2)) RETURNS (id INTEGER) AS
     BEGIN
       SELECT COUNT(*) + 1 FROM pedidos INTO :id;
       INSERT INTO pedidos VALUES (:id, :numero, :total);
     END`,
  );
  return { ...server, allow: [server.allow] };
}

// The database that the example of the box asks.
import type { ExampleSetup } from '../harness.testing';
import { say } from '../sql/say.testing';
import { startFirebird } from '../sql/servers.testing';

export async function setup(): Promise<ExampleSetup> {
  const server = await startFirebird();
  await say(
    server,
    'CREATE TABLE clientes (id INTEGER, cnpj VARCHAR(14), limite NUMERIC(15, 2))',
    "INSERT INTO clientes VALUES (7, '11222333000181', 1500.50)",
  );
  return { ...server, allow: [server.allow] };
}

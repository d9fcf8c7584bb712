// The database that the example of the box writes to.
import type { ExampleSetup } from '../harness.testing';
import { say } from '../sql/say.testing';
import { startFirebird } from '../sql/servers.testing';

export async function setup(): Promise<ExampleSetup> {
  const server = await startFirebird();
  await say(server, 'CREATE TABLE pedidos (numero VARCHAR(20) NOT NULL PRIMARY KEY, total NUMERIC(15, 2))');
  return { ...server, allow: [server.allow] };
}

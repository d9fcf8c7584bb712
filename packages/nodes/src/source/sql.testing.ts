// The database that the example of the source reads.
import type { ExampleSetup } from '../harness.testing';
import { say } from '../sql/say.testing';
import { startFirebird } from '../sql/servers.testing';

export async function setup(): Promise<ExampleSetup> {
  const server = await startFirebird();
  await say(
    server,
    'CREATE TABLE produtos (codigo VARCHAR(20) NOT NULL PRIMARY KEY, descricao VARCHAR(60), preco NUMERIC(15, 2), ativo CHAR(1))',
    "INSERT INTO produtos VALUES ('SKU-1', 'Cafeteira elétrica', 129.90, 'S')",
    "INSERT INTO produtos VALUES ('SKU-2', 'Chaleira inox', 89.50, 'S')",
    "INSERT INTO produtos VALUES ('SKU-3', 'Torradeira', 119, 'N')",
  );
  return { ...server, allow: [server.allow] };
}

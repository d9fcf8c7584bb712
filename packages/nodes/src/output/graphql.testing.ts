// The server of the example.
import type { ExampleSetup } from '../harness.testing';
import { startGraphql } from '../graphql/server.testing';

export async function setup(): Promise<ExampleSetup> {
  const server = await startGraphql([
    { code: 'P-1', name: 'Cafeteira' },
    { code: 'P-2', name: 'Chaleira' },
    { code: 'P-3', name: 'Coador' },
  ]);
  return {
    connection: { id: 'erp', kind: 'http', values: { baseUrl: server.url } },
    allow: [server.host],
    close: server.close,
  };
}

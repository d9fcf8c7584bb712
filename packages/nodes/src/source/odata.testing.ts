// The service that the example of the OData source reads.
import type { ExampleSetup } from '../harness.testing';
import { startOdata } from '../odata/service.testing';

export async function setup(): Promise<ExampleSetup> {
  const products = [
    { ID: 1, Name: 'Cafeteira', Price: 199.9 },
    { ID: 2, Name: 'Chaleira', Price: 89.9 },
    { ID: 3, Name: 'Coador', Price: 12.5 },
  ];
  const service = await startOdata({ version: 2, products });
  return {
    connection: { id: 'erp', kind: 'http', values: { baseUrl: service.url } },
    allow: [service.host],
    close: () => service.close(),
  };
}

// The service that the example of the OData output writes to.
import type { ExampleSetup } from '../harness.testing';
import { startOdata } from '../odata/service.testing';

export async function setup(): Promise<ExampleSetup> {
  const service = await startOdata({ version: 2, csrf: true });
  return {
    connection: { id: 'erp', kind: 'http', values: { baseUrl: service.url } },
    allow: [service.host],
    close: () => service.close(),
  };
}

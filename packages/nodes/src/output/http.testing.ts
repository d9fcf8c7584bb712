// The system that the example of the HTTP output writes to.
import { serve, type ExampleSetup } from '../harness.testing';

export async function setup(): Promise<ExampleSetup> {
  const server = await serve((request, response) => {
    response.statusCode = request.method === 'POST' ? 201 : 404;
    response.end(request.body);
  });
  return {
    connection: { id: 'erp', kind: 'http', values: { baseUrl: server.url } },
    allow: [server.host],
    close: server.close,
  };
}

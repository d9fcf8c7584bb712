// The system that the example of the look-up asks.
import { serve, type ExampleSetup } from '../harness.testing';

export async function setup(): Promise<ExampleSetup> {
  const server = await serve((request, response) => {
    const isKnown = request.url === '/clientes/11222333000181';
    response.statusCode = isKnown ? 200 : 404;
    response.end(isKnown ? '{"id": 7, "limite": 1500.5}' : '');
  });
  return {
    connection: { id: 'erp', kind: 'http', values: { baseUrl: server.url } },
    allow: [server.host],
    close: server.close,
  };
}

// The system that the example of the HTTP source reads.
import { serve, type ExampleSetup } from '../harness.testing';

const itens = [
  { codigo: 'SKU-1', descricao: 'Cafeteira' },
  { codigo: 'SKU-2', descricao: 'Chaleira' },
  { codigo: 'SKU-3', descricao: 'Torradeira' },
];

export async function setup(): Promise<ExampleSetup> {
  const server = await serve((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://x');
    const [page, size] = [Number(searchParams.get('pagina')), Number(searchParams.get('tamanho'))];
    response.end(JSON.stringify({ itens: itens.slice((page - 1) * size, page * size), total: itens.length }));
  });
  return {
    connection: { id: 'erp', kind: 'http', values: { baseUrl: server.url } },
    allow: [server.host],
    close: server.close,
  };
}

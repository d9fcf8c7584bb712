// The ERP's side: lists of any length, made up as they are asked for. Usage: node erp.mjs <port>;
// /produtos?linhas=10000&pagina=1&tamanho=500 is products, /estoques the same for stock.
import { createServer } from 'node:http';
import { productAt, stockAt } from '../parts/rows.mjs';

const port = Number(process.argv[2]);

createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://erp');
  const [rows, page, size] = ['linhas', 'pagina', 'tamanho'].map((name) => Number(searchParams.get(name)));
  const make = pathname === '/estoques' ? stockAt : productAt;
  const first = (page - 1) * size;
  const itens = Array.from({ length: Math.max(0, Math.min(size, rows - first)) }, (_, at) =>
    make(first + at),
  );
  const body = Buffer.from(JSON.stringify({ itens, paginas: Math.ceil(rows / size) }));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}).listen(port, '127.0.0.1', () => process.stdout.write(`ready on ${port}\n`));

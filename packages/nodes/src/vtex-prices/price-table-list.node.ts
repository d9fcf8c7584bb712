// Lists the price tables of a store.
import { vtexList, wholeList } from '../vtex/vtex-list';

const request = 'GET /pricing/tables';

export default vtexList({
  id: 'vtex.price-table-list',
  version: 1,
  name: { en: 'List price tables', es: 'Listar tablas de precios', pt: 'Listar tabelas de preços' },
  help: {
    en: 'Reads the names of all price tables, one row each. Every trade policy is a table under its number; others, such as gold, are bound to customers. VTEX cannot delete a table: it is emptied, and the rest is done by VTEX’s support.',
    es: 'Lee los nombres de todas las tablas de precios, una fila cada una. Cada política comercial es una tabla con su número; otras, como gold, se asocian a clientes. VTEX no permite eliminar una tabla: se vacía, y el resto lo hace su soporte.',
    pt: 'Lê os nomes de todas as tabelas de preços, uma linha cada. Toda política comercial é uma tabela com o seu número; outras, como gold, são ligadas a clientes. A VTEX não permite excluir uma tabela: ela é esvaziada, e o resto é com o suporte da VTEX.',
  },
  keywords: ['price tables', 'tablas de precios', 'tabelas de preços', 'listas de preço', 'trade policies'],
  area: 'prices',
  request,
  read: wholeList(request),
  example: {
    config: { connection: 'store' },
    input: [],
    output: { out: [{ value: '1' }, { value: 'gold' }] },
  },
});

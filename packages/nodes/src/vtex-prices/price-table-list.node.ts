// Lists the price tables of a store.
import { vtexList, wholeList } from '../vtex/vtex-list';

export default vtexList({
  id: 'vtex.price-table-list',
  version: 1,
  name: { en: 'List price tables', es: 'Listar tablas de precios', pt: 'Listar tabelas de preços' },
  help: {
    en: 'Reads all price tables of the store, one row each, with the table’s id in `value`. Every trade policy is a table under its number. VTEX cannot delete a table: empty it and ask its support.',
    es: 'Lee todas las tablas de precios de la tienda, una fila cada una, con el id en `value`. Cada política comercial es una tabla con su número. VTEX no puede eliminar una tabla: vacíela y pida ayuda al soporte.',
    pt: 'Lê todas as tabelas de preços da loja, uma linha cada, com o id em `value`. Cada política comercial é uma tabela com o número dela. A VTEX não exclui tabelas: esvazie e peça ao suporte.',
  },
  keywords: [
    'price tables',
    'tabelas de preços',
    'tablas de precios',
    'trade policies',
    'políticas comerciais',
  ],
  area: 'prices',
  request: 'GET /pricing/tables',
  read: wholeList('GET /pricing/tables'),

  example: {
    config: { connection: 'store' },
    input: [],
    output: { out: [{ value: '1' }, { value: 'gold' }, { value: 'b2b' }] },
  },
});

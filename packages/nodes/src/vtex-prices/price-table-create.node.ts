// Creates a price table.
import { vtexAction } from '../vtex/vtex-action';
import { priceTable } from './terms';

const list = 'GET /pricing/tables';
const write = 'PUT /pricing/tables/{priceTableId}';

export default vtexAction({
  id: 'vtex.price-table-create',
  version: 1,
  name: { en: 'Create price table', es: 'Crear tabla de precios', pt: 'Criar tabela de preços' },
  help: {
    en: 'Creates a price table under a name of yours, for customer groups, say. One that is there already stays as it is. Capitals count, and VTEX cannot delete a table, so look at the name twice.',
    es: 'Crea una tabla de precios con un nombre suyo, para grupos de clientes por ejemplo. Una que ya existe queda como está. Importan las mayúsculas y VTEX no puede eliminar una tabla: revise bien el nombre.',
    pt: 'Cria uma tabela de preços com um nome seu, para grupos de clientes por exemplo. Uma que já existe fica como está. Maiúsculas contam e a VTEX não exclui tabelas: confira bem o nome.',
  },
  keywords: ['create price table', 'criar tabela de preços', 'crear tabla de precios', 'b2b', 'nova tabela'],
  area: 'prices',
  request: write,
  also: [list],
  effect: 'idempotent',
  saveAs: 'priceTable',
  path: { priceTableId: priceTable },
  prepare: () => ({
    async run({ priceTableId = '' }, { store }) {
      const held = await store.send(list);
      if (Array.isArray(held) && held.includes(priceTableId)) return { priceTableId, change: 'unchanged' };
      await store.send(write, { params: { priceTableId: String(priceTableId) } });
      return { priceTableId, change: 'created' };
    },
    // Rows of a page for one table make one call.
    shareKey: ({ priceTableId }) => String(priceTableId),
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'priceTableId', expression: 'tabela' }],
      saveAs: 'priceTable',
    },
    input: [{ tabela: 'gold' }, { tabela: 'revenda' }],
    output: {
      out: [
        { tabela: 'gold', priceTable: { priceTableId: 'gold', change: 'unchanged' } },
        { tabela: 'revenda', priceTable: { priceTableId: 'revenda', change: 'created' } },
      ],
    },
  },
});

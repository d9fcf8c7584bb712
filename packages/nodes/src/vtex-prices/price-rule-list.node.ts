// Lists the price rules of every table.
import { vtexList, wholeList } from '../vtex/vtex-list';

export default vtexList({
  id: 'vtex.price-rule-list',
  version: 1,
  name: { en: 'List price rules', es: 'Listar reglas de precio', pt: 'Listar regras de preço' },
  help: {
    en: 'Reads the price rules of all tables, one row for each table. A rule puts a percentage on the base price for categories, brands, a range of markups or a period; a fixed price wins over it.',
    es: 'Lee las reglas de precio de todas las tablas, una fila por tabla. Una regla pone un porcentaje sobre el precio base para categorías, marcas, un rango de márgenes o un período; un precio fijo vale más.',
    pt: 'Lê as regras de preço de todas as tabelas, uma linha por tabela. Uma regra põe uma porcentagem sobre o preço base para categorias, marcas, uma faixa de markup ou um período; um preço fixo vale mais.',
  },
  keywords: ['price rules', 'regras de preço', 'reglas de precio', 'markup', 'pipeline', 'percentual'],
  area: 'prices',
  request: 'GET /pricing/pipeline/catalog',
  read: wholeList('GET /pricing/pipeline/catalog'),

  example: {
    config: { connection: 'store' },
    input: [],
    output: {
      out: [
        { tradePolicyId: '1', rules: [] },
        { tradePolicyId: 'gold', rules: [] },
        {
          tradePolicyId: 'b2b',
          rules: [
            {
              id: 1,
              context: {
                categories: {},
                brands: { '2000000': 'Aurora' },
                markupRange: null,
                dateRange: null,
              },
              percentualModifier: -10,
            },
          ],
        },
      ],
    },
  },
});

// Lists the rules of all price tables.
import { vtexList, wholeList } from '../vtex/vtex-list';

const request = 'GET /pricing/pipeline/catalog';

export default vtexList({
  id: 'vtex.price-rule-list',
  version: 1,
  name: {
    en: 'List rules of price tables',
    es: 'Listar reglas de tablas de precios',
    pt: 'Listar regras de tabelas de preços',
  },
  help: {
    en: 'Reads the rules of all price tables that have some, one row for each table: the percentages on the base price for categories, brands, markups and periods.',
    es: 'Lee las reglas de todas las tablas de precios que las tienen, una fila por tabla: los porcentajes sobre el precio base para categorías, marcas, márgenes y períodos.',
    pt: 'Lê as regras de todas as tabelas de preços que as têm, uma linha por tabela: as porcentagens sobre o preço base para categorias, marcas, markups e períodos.',
  },
  keywords: ['price rules', 'markup', 'pipeline', 'reglas de precio', 'regras de preço', 'margem'],
  area: 'prices',
  request,
  read: wholeList(request),
  example: {
    config: { connection: 'store' },
    input: [],
    output: {
      out: [
        {
          tradePolicyId: 'gold',
          rules: [
            { id: 1, context: { categories: {}, brands: { '2000000': 'Aurora' } }, percentualModifier: -5 },
          ],
        },
      ],
    },
  },
});

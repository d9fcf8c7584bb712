// Reads the rules of a price table.
import { vtexRead } from '../vtex/vtex-read';
import { priceTableId } from './price-targets';

export default vtexRead({
  id: 'vtex.price-rules-read',
  version: 1,
  name: {
    en: 'Read rules of a price table',
    es: 'Leer reglas de una tabla de precios',
    pt: 'Ler regras de uma tabela de preços',
  },
  help: {
    en: 'Reads, for each row, the rules of one price table: for which categories, brands, markups and dates a percentage is added to or taken from the base price. A fixed price of the table wins over its rules.',
    es: 'Lee, por cada fila, las reglas de una tabla de precios: para qué categorías, marcas, márgenes y fechas se suma o resta un porcentaje al precio base. Un precio fijo de la tabla gana a sus reglas.',
    pt: 'Lê, para cada linha, as regras de uma tabela de preços: para quais categorias, marcas, markups e datas uma porcentagem é somada ou tirada do preço base. Um preço fixo da tabela vence as regras dela.',
  },
  keywords: ['price rules', 'markup', 'pipeline', 'reglas de precio', 'regras de preço', 'margem', 'tabela'],
  area: 'prices',
  request: 'GET /pricing/pipeline/catalog/{priceTableId}',
  path: { priceTableId },
  saveAs: 'rules',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'priceTableId', expression: 'tabela' }],
      saveAs: 'rules',
    },
    input: [{ tabela: 'gold' }],
    output: {
      out: [
        {
          tabela: 'gold',
          rules: {
            tradePolicyId: 'gold',
            rules: [
              {
                id: 1,
                context: { categories: {}, brands: { '2000000': 'Aurora' } },
                percentualModifier: -5,
              },
            ],
          },
        },
      ],
    },
  },
});

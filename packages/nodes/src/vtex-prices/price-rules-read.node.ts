// Reads the price rules of one table for each row.
import { vtexRead } from '../vtex/vtex-read';
import { priceTable } from './terms';

export default vtexRead({
  id: 'vtex.price-rules-read',
  version: 1,
  name: {
    en: 'Read price rules of a table',
    es: 'Leer reglas de precio de una tabla',
    pt: 'Ler regras de preço de uma tabela',
  },
  help: {
    en: 'Reads, for each row, the price rules of one table.',
    es: 'Lee, por cada fila, las reglas de precio de una tabla.',
    pt: 'Lê, para cada linha, as regras de preço de uma tabela.',
  },
  keywords: ['price rules', 'regras de preço', 'reglas de precio', 'tabela', 'markup'],
  area: 'prices',
  request: 'GET /pricing/pipeline/catalog/{priceTableId}',
  path: { priceTableId: priceTable },
  saveAs: 'priceRules',

  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'priceTableId', expression: 'tabela' }],
      saveAs: 'priceRules',
    },
    input: [{ tabela: 'b2b' }],
    output: {
      out: [
        {
          tabela: 'b2b',
          priceRules: {
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
        },
      ],
    },
  },
});

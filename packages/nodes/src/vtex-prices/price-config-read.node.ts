// Reads how Pricing is set up for a store: what explains why it refuses a price.
import { vtexList } from '../vtex/vtex-list';

const request = 'GET /pricing/config';

export default vtexList({
  id: 'vtex.price-config-read',
  version: 1,
  name: { en: 'Read price settings', es: 'Leer configuración de precios', pt: 'Ler configuração de preços' },
  help: {
    en: 'Reads how prices are set up in the store, as one row: default and minimum markups, how far a price may move at once, how a table is chosen when several apply. It explains why VTEX refuses a price.',
    es: 'Lee cómo están configurados los precios de la tienda, en una fila: márgenes por defecto y mínimos, cuánto puede variar un precio de una vez, cómo se elige una tabla cuando valen varias. Explica por qué VTEX rechaza un precio.',
    pt: 'Lê como os preços estão configurados na loja, em uma linha: markups padrão e mínimos, quanto um preço pode variar de uma vez, como uma tabela é escolhida quando várias valem. Explica por que a VTEX recusa um preço.',
  },
  keywords: [
    'pricing config',
    'price variation',
    'configuración',
    'configuração',
    'markup mínimo',
    'variação',
  ],
  area: 'prices',
  request,
  read: async (_at, { send }) => ({ items: [await send(request)], next: null }),
  example: {
    config: { connection: 'store' },
    input: [],
    output: {
      out: [
        {
          hasMigrated: true,
          migrationStatus: 'Completed',
          defaultMarkup: 0,
          priceVariation: { upperLimit: null, lowerLimit: null },
          minimumMarkups: null,
          tradePolicyConfigs: [],
          sellersToOverride: [],
          hasPriceInheritance: false,
          priceInheritance: 'never',
          hasOptionalBasePrice: false,
          blockAccount: false,
          blockedRoutes: null,
          priceTableSelectionStrategy: 'first',
          priceTableLimit: null,
        },
      ],
    },
  },
});

// Reads how pricing is set up in a store: one row.
import { vtexList, wholeList } from '../vtex/vtex-list';

export default vtexList({
  id: 'vtex.pricing-config-read',
  version: 1,
  name: {
    en: 'Read pricing settings',
    es: 'Leer configuración de precios',
    pt: 'Ler configuração de preços',
  },
  help: {
    en: 'Reads how pricing is set up in the store, as one row: limits of price changes, least markups, whether a base price may be absent, which table goes first. These explain why VTEX refuses a price.',
    es: 'Lee cómo están configurados los precios de la tienda, en una fila: límites de cambio, márgenes mínimos, si el precio base es opcional, qué tabla va primero. Explica por qué VTEX rechaza un precio.',
    pt: 'Lê como os preços estão configurados na loja, em uma linha: limites de variação, markups mínimos, se o preço base é opcional, qual tabela vem primeiro. Explica por que a VTEX recusa um preço.',
  },
  keywords: [
    'pricing config',
    'configuração de preços',
    'configuración de precios',
    'price variation',
    'markup mínimo',
    'limites',
  ],
  area: 'prices',
  request: 'GET /pricing/config',
  read: wholeList('GET /pricing/config', (config) => [config]),

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

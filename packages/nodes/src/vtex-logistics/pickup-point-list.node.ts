// Lists the pickup points of a store.
import { vtexList } from '../vtex/vtex-list';
import { toldPages } from './paging';

const request = 'GET /api/logistics/pvt/configuration/pickuppoints/_search';

export default vtexList({
  id: 'vtex.pickup-point-list',
  version: 1,
  name: { en: 'List pickup points', es: 'Listar puntos de retiro', pt: 'Listar pontos de retirada' },
  help: {
    en: 'Reads the pickup points of the store, one row each, page by page; with a word, only those that have it.',
    es: 'Lee los puntos de retiro de la tienda, una fila cada uno, página por página; con una palabra, solo los que la contienen.',
    pt: 'Lê os pontos de retirada da loja, uma linha cada, página por página; com uma palavra, só os que a contêm.',
  },
  keywords: [
    'pickup points',
    'pontos de retirada',
    'lojas físicas',
    'puntos de retiro',
    'click and collect',
    'tiendas',
  ],
  area: 'logistics',
  request,
  fields: {
    keyword: {
      kind: 'text',
      default: '',
      maxLength: 100,
      name: { en: 'With the word', es: 'Con la palabra', pt: 'Com a palavra' },
      help: {
        en: 'In the name or the address of the pickup point, for example Paulista.',
        es: 'En el nombre o la dirección del punto de retiro, por ejemplo Paulista.',
        pt: 'No nome ou no endereço do ponto de retirada, por exemplo Paulista.',
      },
    },
  },
  read: toldPages(request, 'pageSize', ({ keyword }) =>
    typeof keyword === 'string' && keyword !== '' ? { keyword } : {},
  ),
  example: {
    config: { connection: 'store', keyword: 'centro' },
    input: [],
    output: {
      out: [
        {
          description: null,
          instructions: null,
          formatted_address: null,
          businessHours: [],
          tagsLabel: [],
          isThirdPartyPickup: false,
          id: 'loja-centro',
          name: 'Loja Centro',
          address: { postalCode: '01001000', city: 'São Paulo', country: { acronym: 'BRA', name: 'Brazil' } },
          isActive: true,
          distance: null,
          seller: null,
          _sort: null,
          pickupHolidays: [],
          accountOwnerName: null,
          accountOwnerId: null,
          parentAccountName: null,
          originalId: null,
        },
      ],
    },
  },
});

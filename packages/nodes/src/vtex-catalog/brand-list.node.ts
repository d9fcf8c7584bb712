// Lists all brands of a store, by pages: the short list of VTEX ends at 20,000.
import { isJsonObject } from '@eclusa/flow';
import { numberedPages, vtexList } from '../vtex/vtex-list';

const request = 'GET /api/catalog_system/pvt/brand/pagedlist';

export default vtexList({
  id: 'vtex.brand-list',
  version: 1,
  name: { en: 'List brands', es: 'Listar marcas', pt: 'Listar marcas' },
  help: {
    en: 'Gives one row for each brand of the store, active or not: id, name, page title, and whether it is active. Names are not unique in VTEX, so the same name may come twice.',
    es: 'Da una fila por cada marca de la tienda, activa o no: id, nombre, título de página y si está activa. Los nombres no son únicos en VTEX: el mismo puede venir dos veces.',
    pt: 'Dá uma linha para cada marca da loja, ativa ou não: id, nome, título de página e se está ativa. Nomes não são únicos na VTEX: o mesmo pode vir duas vezes.',
  },
  keywords: ['brand', 'brands', 'marca', 'marcas', 'fabricante', 'list', 'listar', 'exportar'],
  area: 'catalog',
  request,
  read: numberedPages({
    request,
    page: 'page',
    size: 'pageSize',
    most: 1000,
    find: (answer) => (isJsonObject(answer) ? answer['items'] : undefined),
    total: (answer) => {
      const paging = isJsonObject(answer) ? answer['paging'] : undefined;
      const total = isJsonObject(paging) ? paging['total'] : undefined;
      return typeof total === 'number' ? total : undefined;
    },
  }),
  example: {
    config: { connection: 'store' },
    input: [],
    output: {
      out: [
        {
          id: 2000000,
          name: 'Aurora',
          isActive: true,
          title: 'Aurora',
          metaTagDescription: '',
          imageUrl: null,
        },
        {
          id: 2000001,
          name: 'Marca antiga',
          isActive: false,
          title: 'Marca antiga',
          metaTagDescription: '',
          imageUrl: null,
        },
      ],
    },
  },
});

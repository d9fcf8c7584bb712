// Lists the warehouses of a store.
import { wholeList, vtexList } from '../vtex/vtex-list';

const request = 'GET /api/logistics/pvt/configuration/warehouses';

export default vtexList({
  id: 'vtex.warehouse-list',
  version: 1,
  name: { en: 'List warehouses', es: 'Listar almacenes', pt: 'Listar estoques (warehouses)' },
  help: {
    en: 'Reads all warehouses of the store, one row each: id, name, the docks behind it with time and cost, priority. Take ids from here: capitals count.',
    es: 'Lee todos los almacenes de la tienda, una fila cada uno: id, nombre, sus muelles con tiempo y costo, prioridad. Tome los ids de aquí: importan las mayúsculas.',
    pt: 'Lê todos os estoques (warehouses) da loja, uma linha cada: id, nome, as docas com tempo e custo, prioridade. Pegue os ids daqui: maiúsculas contam.',
  },
  keywords: [
    'warehouses',
    'almacenes',
    'depósitos',
    'estoques',
    'armazéns',
    'centro de distribuição',
    'inventory',
  ],
  area: 'logistics',
  request,
  read: wholeList(request),
  example: {
    config: { connection: 'store' },
    input: [],
    output: {
      out: [
        {
          id: '1_1',
          name: 'Estoque principal',
          warehouseDocks: [{ dockId: '1_1_1', time: '00:00:00', cost: 0 }],
          pickupPointIds: [],
          priority: 0,
          isActive: true,
        },
        {
          id: 'filial',
          name: 'Filial',
          warehouseDocks: [{ dockId: 'filial_1', time: '00:00:00', cost: 0 }],
          pickupPointIds: [],
          priority: 0,
          isActive: true,
        },
      ],
    },
  },
});

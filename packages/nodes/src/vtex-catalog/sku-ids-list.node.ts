// Lists the ids of all SKUs of a store, or of one trade policy, 1000 at a time.
import type { Json } from '@eclusa/flow';
import { numberedPages, vtexList } from '../vtex/vtex-list';

const all = 'GET /api/catalog_system/pvt/sku/stockkeepingunitids';
const ofPolicy = 'GET /api/catalog_system/pvt/sku/stockkeepingunitidsbysaleschannel';

const find = (answer: Json) => (Array.isArray(answer) ? answer.map((skuId) => ({ skuId })) : answer);

const readAll = numberedPages({ request: all, page: 'page', size: 'pagesize', most: 1000, find });
const readPolicy = numberedPages({
  ...{ request: ofPolicy, page: 'page', size: 'pageSize', most: 1000, find },
  query: ({ tradePolicy }) => ({ sc: tradePolicy as number, onlyAssigned: true }),
});

export default vtexList({
  id: 'vtex.sku-ids-list',
  version: 1,
  name: { en: 'List SKU ids', es: 'Listar ids de SKU', pt: 'Listar ids de SKUs' },
  help: {
    en: 'Gives one row with skuId for each SKU of the store, active or not, or only those of one trade policy. VTEX gives 1,000 at a time; the box asks until it has all. Good to compare stock or prices of the whole store with the ERP: next use "Read SKU with all around it".',
    es: 'Da una fila con skuId por cada SKU de la tienda, activo o no, o solo los de una política comercial. VTEX entrega 1.000 por vez; la caja pide hasta tenerlos todos. Sirve para comparar stock o precios de toda la tienda con el ERP: después use «Leer SKU con todo su contexto».',
    pt: 'Dá uma linha com skuId para cada SKU da loja, ativo ou não, ou só os de uma política comercial. A VTEX entrega 1.000 por vez; a caixa pede até ter todos. Bom para comparar estoque ou preços da loja toda com o ERP: depois use "Ler SKU com todo o contexto".',
  },
  keywords: ['sku', 'skus', 'ids', 'list', 'listar', 'todos', 'all', 'exportar', 'stockkeepingunitids'],
  area: 'catalog',
  request: all,
  also: [ofPolicy],
  fields: {
    tradePolicy: {
      kind: 'number',
      integer: true,
      min: 1,
      name: {
        en: 'Only of the trade policy',
        es: 'Solo de la política comercial',
        pt: 'Só da política comercial',
      },
      help: {
        en: 'Empty: the whole store.',
        es: 'Vacío: toda la tienda.',
        pt: 'Vazio: a loja toda.',
      },
    },
  },
  read: (at, tools) => (typeof tools.config['tradePolicy'] === 'number' ? readPolicy : readAll)(at, tools),
  example: {
    config: { connection: 'store' },
    input: [],
    output: { out: [{ skuId: 1 }, { skuId: 2 }, { skuId: 3 }] },
  },
});

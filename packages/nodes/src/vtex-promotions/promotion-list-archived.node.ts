// Lists the promotions in the archive in their short form.
import { vtexList, wholeList } from '../vtex/vtex-list';

const request = 'GET /api/rnb/pvt/archive/benefits/calculatorConfiguration';

export default vtexList({
  id: 'vtex.promotion-list-archived',
  version: 1,
  name: {
    en: 'List archived promotions',
    es: 'Listar promociones archivadas',
    pt: 'Listar promoções arquivadas',
  },
  help: {
    en: 'Reads the promotions in the archive, one row each, in VTEX’s short form. "Unarchive promotion" takes one out again.',
    es: 'Lee las promociones archivadas, una fila cada una, en la forma corta de VTEX. «Desarchivar promoción» la recupera.',
    pt: 'Lê as promoções arquivadas, uma linha cada, na forma curta da VTEX. "Desarquivar promoção" recupera uma.',
  },
  keywords: ['archived promotions', 'archive', 'promociones archivadas', 'promoções arquivadas', 'histórico'],
  area: 'promotions',
  request,
  read: wholeList(request, (answer) => (answer as { items?: [] }).items),
  example: { config: { connection: 'store' }, input: [], output: { out: [] } },
});

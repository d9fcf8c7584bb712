// Lists the taxes in the archive in their short form.
import { vtexList, wholeList } from '../vtex/vtex-list';

const request = 'GET /api/rnb/pvt/archive/taxes/calculatorConfiguration';

export default vtexList({
  id: 'vtex.tax-list-archived',
  version: 1,
  name: {
    en: 'List archived taxes',
    es: 'Listar impuestos archivados',
    pt: 'Listar taxas arquivadas',
  },
  help: {
    en: 'Reads the taxes in the archive, one row each, in VTEX’s short form. "Unarchive promotion" takes one out again.',
    es: 'Lee los impuestos archivados, una fila cada una, en la forma corta de VTEX. «Desarchivar promoción» la recupera.',
    pt: 'Lê as taxas arquivadas, uma linha cada, na forma curta da VTEX. "Desarquivar promoção" recupera uma.',
  },
  keywords: ['archived taxes', 'archive', 'impuestos archivados', 'taxas arquivadas', 'histórico'],
  area: 'promotions',
  request,
  read: wholeList(request, (answer) => (answer as { items?: [] }).items),
  example: { config: { connection: 'store' }, input: [], output: { out: [] } },
});

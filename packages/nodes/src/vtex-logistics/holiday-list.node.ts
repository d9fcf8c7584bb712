// Lists the holidays of a store.
import { wholeList, vtexList } from '../vtex/vtex-list';

const request = 'GET /api/logistics/pvt/configuration/holidays';

export default vtexList({
  id: 'vtex.holiday-list',
  version: 1,
  name: { en: 'List holidays', es: 'Listar feriados', pt: 'Listar feriados' },
  help: {
    en: 'Reads all holidays registered in the store, one row each. On these days policies that do not deliver on holidays stand still.',
    es: 'Lee todos los feriados registrados en la tienda, una fila cada uno. En esos días las políticas que no entregan en feriados se detienen.',
    pt: 'Lê todos os feriados cadastrados na loja, uma linha cada. Nesses dias as políticas que não entregam em feriados ficam paradas.',
  },
  keywords: ['holidays', 'feriados', 'festivos', 'calendário', 'calendario'],
  area: 'logistics',
  request,
  read: wholeList(request),
  example: {
    config: { connection: 'store' },
    input: [],
    output: { out: [{ id: 'natal-2026', name: 'Natal', startDate: '2026-12-25T00:00:00Z' }] },
  },
});

// Lists the taxes of a store in their short form.
import { vtexList, wholeList } from '../vtex/vtex-list';

const request = 'GET /api/rnb/pvt/taxes/calculatorconfiguration';

export default vtexList({
  id: 'vtex.tax-list',
  version: 1,
  name: { en: 'List taxes', es: 'Listar impuestos', pt: 'Listar taxas' },
  help: {
    en: 'Reads all taxes that are not archived, one row each, in VTEX’s short form: name, dates, whether it is active. The rest is read by "Read promotion" with their id: a tax is a promotion of a type of its own.',
    es: 'Lee todos los impuestos no archivados, una fila cada uno, en la forma corta de VTEX: nombre, fechas, si está activo. El resto se lee con «Leer promoción» y su id: un impuesto es una promoción de un tipo propio.',
    pt: 'Lê todas as taxas não arquivadas, uma linha cada, na forma curta da VTEX: nome, datas, se está ativa. O resto se lê com "Ler promoção" e o id: uma taxa é uma promoção de um tipo próprio.',
  },
  keywords: ['taxes', 'impuestos', 'impostos', 'taxas', 'tributos', 'icms'],
  area: 'promotions',
  request,
  read: wholeList(request, (answer) => (answer as { items?: [] }).items),
  example: {
    config: { connection: 'store' },
    input: [],
    output: {
      out: [
        {
          idCalculatorConfiguration: '00000000-0000-4000-8000-000000000002',
          lastModifiedUtc: '2026-11-23T12:00:00.000Z',
          name: 'ICMS SP',
          beginDate: '2026-11-01T00:00:00Z',
          endDate: null,
          isActive: true,
          isArchived: false,
          description: '',
          type: 'tax',
          status: 'active',
          isTax: true,
          utmSource: '',
          utmCampain: '',
          maxUsage: 0,
          idsSalesChannel: [],
        },
      ],
    },
  },
});

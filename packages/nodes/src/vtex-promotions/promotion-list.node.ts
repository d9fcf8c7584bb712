// Lists the promotions of a store in their short form.
import { vtexList, wholeList } from '../vtex/vtex-list';

const request = 'GET /api/rnb/pvt/benefits/calculatorconfiguration';

export default vtexList({
  id: 'vtex.promotion-list',
  version: 1,
  name: { en: 'List promotions', es: 'Listar promociones', pt: 'Listar promoções' },
  help: {
    en: 'Reads all promotions that are not archived, one row each, in VTEX’s short form: name, dates, type, whether it is active. What they apply to and by how much is read by "Read promotion" with their id.',
    es: 'Lee todas las promociones no archivadas, una fila cada una, en la forma corta de VTEX: nombre, fechas, tipo, si está activa. A qué se aplican y cuánto descuentan se lee con «Leer promoción» y su id.',
    pt: 'Lê todas as promoções não arquivadas, uma linha cada, na forma curta da VTEX: nome, datas, tipo, se está ativa. A que se aplicam e quanto descontam se lê com "Ler promoção" e o id.',
  },
  keywords: ['promotions', 'promociones', 'promoções', 'descontos', 'ofertas', 'discounts'],
  area: 'promotions',
  request,
  read: wholeList(request, (answer) => (answer as { items?: [] }).items),
  example: {
    config: { connection: 'store' },
    input: [],
    output: {
      out: [
        {
          idCalculatorConfiguration: '00000000-0000-4000-8000-000000000001',
          lastModifiedUtc: '2026-11-23T12:00:00.000Z',
          name: 'Semana do Café',
          beginDate: '2026-11-01T00:00:00Z',
          endDate: null,
          isActive: true,
          isArchived: false,
          description: '',
          type: 'regular',
          status: 'active',
          isTax: false,
          utmSource: '',
          utmCampain: '',
          maxUsage: 0,
          idsSalesChannel: [],
        },
      ],
    },
  },
});

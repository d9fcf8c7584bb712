// Reads one promotion or tax whole.
import { vtexRead } from '../vtex/vtex-read';
import { promotionId } from './promotion-id';

export default vtexRead({
  id: 'vtex.promotion-read',
  version: 1,
  name: { en: 'Read promotion', es: 'Leer promoción', pt: 'Ler promoção' },
  help: {
    en: 'Reads, for each row, one promotion or tax whole: discounts in percent or decimal currency, dates, what it applies to, its limits of use.',
    es: 'Lee, por cada fila, una promoción o un impuesto completo: descuentos en porcentaje o moneda decimal, fechas, a qué se aplica, sus límites de uso.',
    pt: 'Lê, para cada linha, uma promoção ou taxa completa: descontos em porcentagem ou moeda com decimais, datas, a que se aplica, seus limites de uso.',
  },
  keywords: ['promotion', 'promoción', 'promoção', 'tax', 'taxa', 'consultar', 'desconto'],
  area: 'promotions',
  request: 'GET /api/rnb/pvt/calculatorconfiguration/{idCalculatorConfiguration}',
  path: { idCalculatorConfiguration: promotionId },
  saveAs: 'promotion',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'idCalculatorConfiguration', expression: 'id' }],
      saveAs: 'promotion',
    },
    input: [{ id: '00000000-0000-4000-8000-000000000001' }],
    output: {
      out: [
        {
          id: '00000000-0000-4000-8000-000000000001',
          promotion: {
            idCalculatorConfiguration: '00000000-0000-4000-8000-000000000001',
            name: 'Semana do Café',
            type: 'regular',
            beginDateUtc: '2026-11-01T00:00:00Z',
            isActive: true,
            isArchived: false,
            lastModified: '2026-11-23T12:00:00.000Z',
            origin: 'marketplace',
            percentualDiscountValue: 5,
            percentualShippingDiscountValue: 0,
            categories: [{ id: '1', name: 'Casa' }],
          },
        },
      ],
    },
  },
});

// Reads the freight values of a shipping policy for a postal code.
import { vtexRead } from '../vtex/vtex-read';
import { policyId, zipCode } from './terms';

export default vtexRead({
  id: 'vtex.freight-read',
  version: 1,
  name: { en: 'Read freight values', es: 'Leer valores de flete', pt: 'Ler valores de frete' },
  help: {
    en: 'Reads, for each row, the lines of a shipping policy’s freight table that hold a postal code: weights in grams, price in decimal currency, time. VTEX has no list of the whole table.',
    es: 'Lee, por cada fila, las líneas de la tabla de flete de una política de envío que incluyen un código postal: pesos en gramos, precio en moneda decimal, plazo. VTEX no ofrece la tabla completa.',
    pt: 'Lê, para cada linha, as linhas da tabela de frete de uma política de envio que incluem um CEP: pesos em gramas, preço em moeda com decimais, prazo. A VTEX não oferece a tabela inteira.',
  },
  keywords: [
    'freight',
    'shipping rate',
    'frete',
    'tabela de frete',
    'flete',
    'tarifa',
    'cep',
    'transportadora',
  ],
  area: 'logistics',
  request: 'GET /api/logistics/pvt/configuration/freights/{carrierId}/{postalcode}/values',
  path: { carrierId: policyId, postalcode: zipCode },
  saveAs: 'freight',
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'carrierId', expression: 'transportadora' },
        { target: 'postalcode', expression: 'cep' },
      ],
      saveAs: 'freight',
    },
    input: [{ transportadora: 'normal', cep: '01310100' }],
    output: {
      out: [
        {
          transportadora: 'normal',
          cep: '01310100',
          freight: [
            {
              country: 'BRA',
              zipCodeStart: '00000000',
              zipCodeEnd: '99999999',
              weightStart: 0,
              weightEnd: 30000,
              absoluteMoneyCost: 10,
              pricePercent: 0,
              pricePercentByWeight: 0,
              maxVolume: 1000000000,
              timeCost: '3.00:00:00',
              polygon: '',
              minimumValueInsurance: 0,
              operationType: 1,
              restrictedFreights: [],
            },
          ],
        },
      ],
    },
  },
});

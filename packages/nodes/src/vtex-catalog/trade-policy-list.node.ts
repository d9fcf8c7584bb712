// Lists the trade policies (sales channels) of a store. VTEX answers all at once.
import { vtexList, wholeList } from '../vtex/vtex-list';

const request = 'GET /api/catalog_system/pvt/saleschannel/list';

export default vtexList({
  id: 'vtex.trade-policy-list',
  version: 1,
  name: {
    en: 'List trade policies',
    es: 'Listar políticas comerciales',
    pt: 'Listar políticas comerciais',
  },
  help: {
    en: 'Gives one row for each trade policy (sales channel) of the store: number, name, country, currency, active or not. Number 1 is the main store; the number is also the name of the policy’s price table.',
    es: 'Da una fila por cada política comercial (canal de ventas) de la tienda: número, nombre, país, moneda, activa o no. La número 1 es la tienda principal; el número también es el nombre de la tabla de precios de la política.',
    pt: 'Dá uma linha para cada política comercial (canal de vendas) da loja: número, nome, país, moeda, ativa ou não. A número 1 é a loja principal; o número também é o nome da tabela de preços da política.',
  },
  keywords: [
    'trade policy',
    'política comercial',
    'sales channel',
    'canal de vendas',
    'canal de ventas',
    'sc',
  ],
  area: 'catalog',
  request,
  read: wholeList(request),
  example: {
    config: { connection: 'store' },
    input: [],
    output: {
      out: [
        {
          Id: 1,
          Name: 'Loja principal',
          IsActive: true,
          ProductClusterId: null,
          CountryCode: 'BRA',
          CultureInfo: 'pt-BR',
          TimeZone: 'E. South America Standard Time',
          CurrencyCode: 'BRL',
          CurrencySymbol: 'R$',
          CurrencyLocale: 1046,
          CurrencyFormatInfo: {
            CurrencyDecimalDigits: 2,
            CurrencyDecimalSeparator: ',',
            CurrencyGroupSeparator: '.',
            CurrencyGroupSize: 3,
            StartsWithCurrencySymbol: true,
          },
          Origin: null,
          Position: 1,
          ConditionRule: null,
          CurrencyDecimalDigits: 2,
        },
        {
          Id: 2,
          Name: 'Política 2',
          IsActive: true,
          ProductClusterId: null,
          CountryCode: 'BRA',
          CultureInfo: 'pt-BR',
          TimeZone: 'E. South America Standard Time',
          CurrencyCode: 'BRL',
          CurrencySymbol: 'R$',
          CurrencyLocale: 1046,
          CurrencyFormatInfo: {
            CurrencyDecimalDigits: 2,
            CurrencyDecimalSeparator: ',',
            CurrencyGroupSeparator: '.',
            CurrencyGroupSize: 3,
            StartsWithCurrencySymbol: true,
          },
          Origin: null,
          Position: 2,
          ConditionRule: null,
          CurrencyDecimalDigits: 2,
        },
      ],
    },
  },
});

// Creates a tax, or changes what is mapped of the one with its name. VTEX keeps taxes as promotions of a type of their own.
import { vtexAction } from '../vtex/vtex-action';
import { promotionName, scopeTargets, taxTargets } from './promotion-targets';
import { listTaxes, promotionWork, readPromotion, savePromotion, taxKind } from './promotion-write';

export default vtexAction({
  id: 'vtex.tax-upsert',
  version: 1,
  name: { en: 'Create or update tax', es: 'Crear o actualizar impuesto', pt: 'Criar ou atualizar taxa' },
  help: {
    en: 'Finds the tax with this name and changes what is mapped; creates it, active, when there is none. VTEX replaces a whole tax, so it is read first and the rest is kept; what is equal already is not sent. Taxes are in percent or in decimal currency and can only be archived, not deleted.',
    es: 'Busca el impuesto con este nombre y cambia lo mapeado; si no existe lo crea, activo. VTEX reemplaza el impuesto entero, por eso primero se lee y se conserva el resto; lo que ya es igual no se envía. Los impuestos van en porcentaje o en moneda decimal y solo se archivan, no se eliminan.',
    pt: 'Localiza a taxa com este nome e muda o que está mapeado; cria, ativa, quando não existe. A VTEX substitui a taxa inteira, por isso ela é lida antes e o resto é mantido; o que já é igual não é enviado. Taxas são em porcentagem ou em moeda com decimais e só podem ser arquivadas, não excluídas.',
  },
  keywords: ['tax', 'taxes', 'impuesto', 'imposto', 'taxa', 'tributo', 'icms', 'iva'],
  area: 'promotions',
  request: savePromotion,
  also: [listTaxes, readPromotion],
  effect: 'create',
  concurrency: 4,
  saveAs: 'tax',
  body: { name: promotionName, ...taxTargets, ...scopeTargets },
  prepare: (context) => promotionWork(taxKind, context.now),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'name', expression: 'taxa' },
        { target: 'percentualTax', expression: 'aliquota' },
      ],
      saveAs: 'tax',
    },
    input: [{ taxa: 'ICMS ES', aliquota: 17 }],
    output: {
      out: [
        {
          ...{ taxa: 'ICMS ES', aliquota: 17 },
          tax: { id: '00000000-0000-4000-8000-000000000003', name: 'ICMS ES', change: 'created' },
        },
      ],
    },
  },
});

// Gives a SKU the value of one specification, by name.
import { skuId } from '../vtex/targets';
import { soapCall } from './soap-box';
import { specification } from './soap-places';

export default soapCall({
  id: 'vtex.soap-sku-specification-set',
  name: {
    en: 'Set specification of SKU',
    es: 'Definir especificación del SKU',
    pt: 'Definir especificação do SKU',
  },
  help: {
    en: 'Gives a SKU the value of one specification, by name. The specification must exist: this service cannot make one. The REST box asks for the name of the group besides.',
    es: 'Da a un SKU el valor de una especificación, por nombre. La especificación debe existir: este servicio no puede crearla. La caja REST pide además el nombre del grupo.',
    pt: 'Dá a um SKU o valor de uma especificação, pelo nome. A especificação precisa existir: este serviço não a cria. A caixa REST pede também o nome do grupo.',
  },
  keywords: [
    'specification',
    'especificación',
    'especificação',
    'variação',
    'sku',
    'StockKeepingUnitEspecificationInsert',
  ],
  method: 'StockKeepingUnitEspecificationInsert',
  effect: 'idempotent',
  targets: { idSku: skuId, ...specification },
  saveAs: 'specification',
  successor: {
    type: 'vtex.sku-specification-set',
    targets: { idSku: 'skuId', fieldName: 'FieldName', fieldValues: 'FieldValues' },
  },
  answer: (values) => ({ skuId: values['idSku'] ?? null, name: values['fieldName'] ?? null, change: 'set' }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'idSku', expression: '1' },
        { target: 'fieldName', expression: '"Cor"' },
        { target: 'fieldValues', expression: '"Azul"' },
      ],
      saveAs: 'specification',
    },
    input: [{ linha: 1 }],
    output: { out: [{ linha: 1, specification: { skuId: 1, name: 'Cor', change: 'set' } }] },
  },
});

// Gives a product the values of one specification, by name.
import { soapCall } from './soap-box';
import { product, specification } from './soap-places';

export default soapCall({
  id: 'vtex.soap-product-specification-set',
  name: {
    en: 'Set specification of product',
    es: 'Definir especificación del producto',
    pt: 'Definir especificação do produto',
  },
  help: {
    en: 'Gives a product the values of one specification, by name. The specification must exist: this service cannot make one. The values replace those it had. The REST box asks for the name of the group besides.',
    es: 'Da a un producto los valores de una especificación, por nombre. La especificación debe existir: este servicio no puede crearla. Los valores reemplazan los que tenía. La caja REST pide además el nombre del grupo.',
    pt: 'Dá a um produto os valores de uma especificação, pelo nome. A especificação precisa existir: este serviço não a cria. Os valores substituem os anteriores. A caixa REST pede também o nome do grupo.',
  },
  keywords: [
    'specification',
    'especificación',
    'especificação',
    'atributo',
    'campo',
    'ProductEspecificationInsert',
  ],
  method: 'ProductEspecificationInsert',
  effect: 'idempotent',
  targets: { idProduct: product, ...specification },
  saveAs: 'specification',
  successor: {
    type: 'vtex.product-specification-set',
    targets: { idProduct: 'productId', fieldName: 'FieldName', fieldValues: 'FieldValues' },
  },
  answer: (values) => ({
    productId: values['idProduct'] ?? null,
    name: values['fieldName'] ?? null,
    change: 'set',
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'idProduct', expression: '1' },
        { target: 'fieldName', expression: '"Cor"' },
        { target: 'fieldValues', expression: '"Azul"' },
      ],
      saveAs: 'specification',
    },
    input: [{ linha: 1 }],
    output: { out: [{ linha: 1, specification: { productId: 1, name: 'Cor', change: 'set' } }] },
  },
});

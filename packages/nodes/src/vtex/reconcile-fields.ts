// The form of the box that compares the ERP with the store.
import type { Field, Fields, Text } from '@eclusa/flow';
import { connectionField, saveAsField } from './vtex-action';

const what: Field = {
  kind: 'choice',
  required: true,
  default: 'stock',
  name: { en: 'Compare', es: 'Comparar', pt: 'Comparar' },
  help: {
    en: "Which number of the store stands against the row's own.",
    es: 'Qué dato de la tienda se compara con el de la fila.',
    pt: 'Qual dado da loja é comparado com o da linha.',
  },
  choices: [
    {
      value: 'stock',
      name: { en: 'Stock on the shelf', es: 'Stock físico', pt: 'Estoque físico' },
      help: {
        en: 'The whole balance of one warehouse, reserved units included.',
        es: 'El saldo entero de un almacén, con las unidades reservadas.',
        pt: 'O saldo inteiro de um estoque, com as unidades reservadas.',
      },
    },
    {
      value: 'available',
      name: { en: 'Stock that can be sold', es: 'Stock disponible', pt: 'Estoque disponível' },
      help: {
        en: 'The balance of one warehouse less what orders have reserved.',
        es: 'El saldo de un almacén menos lo reservado por pedidos.',
        pt: 'O saldo de um estoque menos o que pedidos reservaram.',
      },
    },
    { value: 'price', name: { en: 'Base price', es: 'Precio base', pt: 'Preço base' } },
    {
      value: 'order-status',
      name: { en: 'Status of the order', es: 'Estado del pedido', pt: 'Status do pedido' },
    },
  ],
};

const expression = (name: Text, help: Text, placeholder: string, is: string[]): Field => ({
  kind: 'expression',
  required: true,
  placeholder,
  when: { field: 'what', is },
  name,
  help,
});

const numbers = ['stock', 'available', 'price'];

export const reconcileFields: Fields = {
  connection: connectionField,
  what,
  sku: expression(
    { en: 'SKU id', es: 'Id del SKU', pt: 'Id do SKU' },
    {
      en: "The SKU's id in VTEX, for example skuId. Look it up from the ERP's code first.",
      es: 'El id del SKU en VTEX, por ejemplo skuId. Búsquelo antes a partir del código del ERP.',
      pt: 'O id do SKU na VTEX, por exemplo skuId. Procure-o antes pelo código do ERP.',
    },
    'skuId',
    numbers,
  ),
  warehouse: expression(
    { en: 'Warehouse id', es: 'Id del almacén', pt: 'Id do estoque (warehouse)' },
    {
      en: 'The warehouse\'s id in VTEX, in quotes when it is always the same, for example "1_1".',
      es: 'El id del almacén en VTEX, entre comillas si es siempre el mismo, por ejemplo "1_1".',
      pt: 'O id do estoque na VTEX, entre aspas se é sempre o mesmo, por exemplo "1_1".',
    },
    'deposito',
    ['stock', 'available'],
  ),
  order: expression(
    { en: 'Order id', es: 'Id del pedido', pt: 'Id do pedido' },
    {
      en: "The order's number in VTEX, for example orderId.",
      es: 'El número del pedido en VTEX, por ejemplo orderId.',
      pt: 'O número do pedido na VTEX, por exemplo orderId.',
    },
    'orderId',
    ['order-status'],
  ),
  value: {
    kind: 'expression',
    required: true,
    placeholder: 'saldo',
    name: { en: 'Value of your ERP', es: 'Valor de su ERP', pt: 'Valor do seu ERP' },
    help: {
      en: 'What the store should have: units, a price in decimal currency, or the status as VTEX writes it.',
      es: 'Lo que la tienda debería tener: unidades, un precio en moneda decimal o el estado como lo escribe VTEX.',
      pt: 'O que a loja deveria ter: unidades, um preço em moeda com decimais ou o status como a VTEX escreve.',
    },
  },
  tolerance: {
    kind: 'number',
    default: 0,
    min: 0,
    when: { field: 'what', is: numbers },
    name: { en: 'Tolerance', es: 'Tolerancia', pt: 'Tolerância' },
    help: {
      en: 'A gap up to this still counts as equal.',
      es: 'Una diferencia hasta este valor todavía cuenta como igual.',
      pt: 'Uma diferença até este valor ainda conta como igual.',
    },
  },
  tolerancePercent: {
    kind: 'number',
    default: 0,
    min: 0,
    max: 100,
    advanced: true,
    when: { field: 'what', is: numbers },
    unit: { en: '%', es: '%', pt: '%' },
    name: { en: 'Tolerance in percent', es: 'Tolerancia en porcentaje', pt: 'Tolerância em porcentagem' },
    help: {
      en: 'Of the value of your ERP. The larger of the two tolerances counts.',
      es: 'Del valor de su ERP. Cuenta la mayor de las dos tolerancias.',
      pt: 'Do valor do seu ERP. Conta a maior das duas tolerâncias.',
    },
  },
  saveAs: saveAsField('reconciled'),
};

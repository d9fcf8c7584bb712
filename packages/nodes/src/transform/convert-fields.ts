// The form of the box that converts units.
import type { Fields } from '@eclusa/flow';
import { unitChoices } from './units';

export const convertFields: Fields = {
  conversions: {
    kind: 'table',
    required: true,
    minRows: 1,
    name: { en: 'Conversions', es: 'Conversiones', pt: 'Conversões' },
    help: {
      en: 'One line for each value. Both units must measure the same: weight, length or money.',
      es: 'Una línea por cada valor. Las dos unidades deben medir lo mismo: peso, longitud o dinero.',
      pt: 'Uma linha para cada valor. As duas unidades devem medir o mesmo: peso, comprimento ou dinheiro.',
    },
    columns: {
      expression: {
        kind: 'expression',
        required: true,
        placeholder: 'peso',
        name: { en: 'Field', es: 'Campo', pt: 'Campo' },
      },
      from: {
        kind: 'choice',
        required: true,
        default: 'kg',
        choices: unitChoices,
        name: { en: 'From', es: 'De', pt: 'De' },
      },
      to: {
        kind: 'choice',
        required: true,
        default: 'g',
        choices: unitChoices,
        name: { en: 'To', es: 'A', pt: 'Para' },
      },
      rate: {
        kind: 'expression',
        placeholder: '5.43',
        name: { en: 'Times a rate', es: 'Por una tasa', pt: 'Vezes uma taxa' },
        help: {
          en: 'For another currency: a number or the field that holds it, such as cotacao or $params.rate. How many of the new currency one of the old is.',
          es: 'Para otra moneda: un número o el campo que lo contiene, como cotacao o $params.rate. Cuántas unidades de la moneda nueva vale una de la anterior.',
          pt: 'Para outra moeda: um número ou o campo que o contém, como cotacao ou $params.rate. Quantas unidades da moeda nova vale uma da antiga.',
        },
      },
      decimals: {
        kind: 'number',
        min: 0,
        max: 10,
        integer: true,
        name: { en: 'Decimals', es: 'Decimales', pt: 'Decimais' },
        help: {
          en: 'Halves are rounded away from zero. When empty, up to 10 are kept.',
          es: 'Las mitades se redondean alejándose de cero. Si queda vacío, se conservan hasta 10.',
          pt: 'Metades são arredondadas para longe de zero. Se ficar vazio, são mantidas até 10.',
        },
      },
      target: {
        kind: 'text',
        maxLength: 200,
        name: { en: 'Into field', es: 'En el campo', pt: 'No campo' },
        help: {
          en: 'When empty, the field itself gets the new value.',
          es: 'Si queda vacío, el mismo campo recibe el valor nuevo.',
          pt: 'Se ficar vazio, o próprio campo recebe o novo valor.',
        },
      },
    },
  },
};

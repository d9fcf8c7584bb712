// Reads the values one specification can take, for each row.
import { fieldId } from './catalog-targets';
import { vtexRead } from '../vtex/vtex-read';

export default vtexRead({
  id: 'vtex.specification-values-get',
  version: 1,
  name: {
    en: 'Read values of a specification',
    es: 'Leer los valores de una especificación',
    pt: 'Ler os valores de uma especificação',
  },
  help: {
    en: 'Reads the values that can be chosen for a specification (a list, radio buttons or check boxes): number, text, position, active or not. Free text fields have none.',
    es: 'Lee los valores que se pueden elegir en una especificación (lista, opciones o casillas): número, texto, posición, activo o no. Los campos de texto libre no tienen.',
    pt: 'Lê os valores que podem ser escolhidos em uma especificação (lista, opções ou caixas): número, texto, posição, ativo ou não. Campos de texto livre não têm.',
  },
  keywords: ['specification', 'especificación', 'especificação', 'value', 'valor', 'valores', 'opções'],
  area: 'catalog',
  request: 'GET /api/catalog_system/pub/specification/fieldvalue/{fieldId}',
  saveAs: 'values',
  path: { fieldId },
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'fieldId', expression: 'campo' }],
      saveAs: 'values',
    },
    input: [{ especificacao: 'Voltagem', campo: 1 }],
    output: {
      out: [
        {
          especificacao: 'Voltagem',
          campo: 1,
          values: [{ FieldValueId: 1, Value: '110V', IsActive: true, Position: 1 }],
        },
      ],
    },
  },
});

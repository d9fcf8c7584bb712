// The form of the merge node.
import type { Fields } from '@eclusa/flow';
import { compareField } from './match-key';

export const mergeFields: Fields = {
  policy: {
    kind: 'choice',
    default: 'append',
    name: { en: 'How they come together', es: 'Cómo se unen', pt: 'Como se juntam' },
    help: {
      en: 'One after the other keeps every row, also equal ones. One row per key leaves the others out; with the fields of both, the first input wins on equal names.',
      es: 'Una después de la otra conserva todas las filas, también las iguales. Una fila por clave descarta las demás; con los campos de ambas, gana la primera entrada si el nombre coincide.',
      pt: 'Uma depois da outra mantém todas as linhas, também as iguais. Uma linha por chave descarta as demais; com os campos das duas, vale a primeira entrada se o nome for o mesmo.',
    },
    choices: [
      {
        value: 'append',
        name: {
          en: 'All rows of the first, then all of the second',
          es: 'Todas las de la primera y después todas las de la segunda',
          pt: 'Todas as da primeira e depois todas as da segunda',
        },
      },
      {
        value: 'first-wins',
        name: {
          en: 'One row per key: the first input wins',
          es: 'Una fila por clave: gana la primera entrada',
          pt: 'Uma linha por chave: vale a primeira entrada',
        },
        help: {
          en: 'The second input fills in what the first does not have.',
          es: 'La segunda entrada completa lo que la primera no tiene.',
          pt: 'A segunda entrada completa o que a primeira não tem.',
        },
      },
      {
        value: 'second-wins',
        name: {
          en: 'One row per key: the second input wins',
          es: 'Una fila por clave: gana la segunda entrada',
          pt: 'Uma linha por chave: vale a segunda entrada',
        },
        help: {
          en: 'The second input corrects what the first has.',
          es: 'La segunda entrada corrige lo que la primera tiene.',
          pt: 'A segunda entrada corrige o que a primeira tem.',
        },
      },
      {
        value: 'combine',
        name: {
          en: 'One row per key with the fields of both',
          es: 'Una fila por clave con los campos de ambas',
          pt: 'Uma linha por chave com os campos das duas',
        },
        help: {
          en: 'Where both have a field of the same name, that of the first input stays.',
          es: 'Si ambas tienen un campo con el mismo nombre, queda el de la primera entrada.',
          pt: 'Se as duas têm um campo com o mesmo nome, fica o da primeira entrada.',
        },
      },
    ],
  },
  keys: {
    kind: 'table',
    required: true,
    minRows: 1,
    when: { field: 'policy', is: ['first-wins', 'second-wins', 'combine'] },
    name: { en: 'Key', es: 'Clave', pt: 'Chave' },
    help: {
      en: 'Rows whose values here are equal are one and the same; with several lines, all values must be equal. Of several such rows in one input only the first counts. Rows with an empty or missing value here are all kept.',
      es: 'Las filas con valores iguales aquí son la misma; si hay varias líneas, todos los valores deben ser iguales. De varias filas así en una entrada solo cuenta la primera. Las filas con un valor vacío o ausente aquí se conservan todas.',
      pt: 'Linhas com valores iguais aqui são a mesma; se houver várias linhas nesta tabela, todos os valores devem ser iguais. De várias assim em uma entrada, só a primeira conta. Linhas com valor vazio ou ausente aqui são todas mantidas.',
    },
    columns: {
      first: {
        kind: 'expression',
        required: true,
        placeholder: 'sku',
        name: { en: 'In the first input', es: 'En la primera entrada', pt: 'Na primeira entrada' },
      },
      second: {
        kind: 'expression',
        placeholder: 'codigo',
        name: { en: 'In the second input', es: 'En la segunda entrada', pt: 'Na segunda entrada' },
        help: {
          en: 'Not needed when it is the same as in the first.',
          es: 'No hace falta si es igual al de la primera.',
          pt: 'Não é preciso se for igual ao da primeira.',
        },
      },
      compare: compareField,
    },
  },
};

// The form of the join node.
import type { Fields } from '@eclusa/flow';
import { compareField } from './match-key';

const joins = { field: 'kind', is: ['left', 'inner'] };

export const joinFields: Fields = {
  keys: {
    kind: 'table',
    required: true,
    minRows: 1,
    name: {
      en: 'Rows belong together when',
      es: 'Las filas se corresponden cuando',
      pt: 'As linhas combinam quando',
    },
    help: {
      en: 'Each line is one pair of fields that must be equal; with several lines, all of them. Rows with an empty or missing value here have no match.',
      es: 'Cada línea es un par de campos que deben ser iguales; si hay varias, todas deben cumplirse. Las filas con un valor vacío o ausente aquí no tienen correspondencia.',
      pt: 'Cada linha é um par de campos que devem ser iguais; se houver várias, todas precisam valer. Linhas com valor vazio ou ausente aqui ficam sem correspondência.',
    },
    columns: {
      left: {
        kind: 'expression',
        required: true,
        placeholder: 'sku',
        name: { en: 'Left field', es: 'Campo de la izquierda', pt: 'Campo da esquerda' },
      },
      right: {
        kind: 'expression',
        placeholder: 'codigo',
        name: { en: 'Right field', es: 'Campo de la derecha', pt: 'Campo da direita' },
        help: {
          en: 'Not needed when it is the same as on the left.',
          es: 'No hace falta si es igual al de la izquierda.',
          pt: 'Não é preciso se for igual ao da esquerda.',
        },
      },
      compare: compareField,
    },
  },
  kind: {
    kind: 'choice',
    default: 'left',
    name: { en: 'Which rows go on', es: 'Qué filas continúan', pt: 'Quais linhas seguem' },
    help: {
      en: 'What happens to rows of the left side that nothing on the right matches.',
      es: 'Qué pasa con las filas de la izquierda sin coincidencia a la derecha.',
      pt: 'O que acontece com as linhas da esquerda sem par à direita.',
    },
    choices: [
      {
        value: 'left',
        name: { en: 'All rows of the left', es: 'Todas las de la izquierda', pt: 'Todas as da esquerda' },
        help: {
          en: 'Those without a match go on too, with nothing added.',
          es: 'Las que no tienen correspondencia también continúan, sin datos agregados.',
          pt: 'As que não têm correspondência também seguem, sem dados a mais.',
        },
      },
      {
        value: 'inner',
        name: {
          en: 'Only those with a match',
          es: 'Solo las que corresponden',
          pt: 'Só as que têm correspondência',
        },
      },
      {
        value: 'left-only',
        name: {
          en: 'Only rows of the left without a match',
          es: 'Solo las de la izquierda sin correspondencia',
          pt: 'Só as da esquerda sem correspondência',
        },
        help: {
          en: 'To find what is missing on the right. The rows stay as they are.',
          es: 'Para encontrar lo que falta a la derecha. Las filas quedan como están.',
          pt: 'Para achar o que falta na direita. As linhas ficam como estão.',
        },
      },
    ],
  },
  matches: {
    kind: 'choice',
    default: 'each',
    when: joins,
    name: {
      en: 'When several rows of the right match',
      es: 'Si corresponden varias filas de la derecha',
      pt: 'Se várias linhas da direita combinarem',
    },
    help: {
      en: 'For example three prices for one product: three rows, the first one, or a list in one row.',
      es: 'Por ejemplo tres precios para un producto: tres filas, la primera, o una lista en una fila.',
      pt: 'Por exemplo três preços para um produto: três linhas, a primeira, ou uma lista em uma linha.',
    },
    choices: [
      {
        value: 'each',
        name: { en: 'One row for each', es: 'Una fila por cada una', pt: 'Uma linha para cada' },
      },
      { value: 'first', name: { en: 'Take the first', es: 'Tomar la primera', pt: 'Pegar a primeira' } },
      {
        value: 'list',
        name: { en: 'Put all into a list', es: 'Poner todas en una lista', pt: 'Colocar todas em uma lista' },
        help: {
          en: 'One row, and in it a list of all that match. The list is empty when none does.',
          es: 'Una fila, y en ella una lista de todas las que corresponden. Si no hay ninguna, la lista queda vacía.',
          pt: 'Uma linha, e nela uma lista de todas as que combinam. Se não houver nenhuma, a lista fica vazia.',
        },
      },
    ],
  },
  into: {
    kind: 'choice',
    default: 'field',
    when: { field: 'matches', is: ['each', 'first'] },
    name: {
      en: 'Where the right row goes',
      es: 'Dónde va la fila de la derecha',
      pt: 'Onde fica a linha da direita',
    },
    help: {
      en: 'When its fields go beside those of the left row, the left one stays where both have the same name.',
      es: 'Si sus campos van junto a los de la fila izquierda y ambas tienen un campo con el mismo nombre, queda el de la izquierda.',
      pt: 'Se os campos dela ficam ao lado dos da linha da esquerda e as duas têm um campo com o mesmo nome, fica o da esquerda.',
    },
    choices: [
      {
        value: 'field',
        name: { en: 'Into a field of its own', es: 'En un campo propio', pt: 'Em um campo próprio' },
        help: {
          en: 'Its values are then read as right.price, for example. Without a match the field is empty.',
          es: 'Sus valores se leen luego como right.price, por ejemplo. Sin correspondencia, el campo queda vacío.',
          pt: 'Os valores dela são lidos depois como right.price, por exemplo. Sem correspondência, o campo fica vazio.',
        },
      },
      {
        value: 'row',
        name: {
          en: 'Its fields beside those of the left row',
          es: 'Sus campos junto a los de la fila izquierda',
          pt: 'Os campos dela ao lado dos da linha da esquerda',
        },
        help: {
          en: 'Where both have a field of the same name, the left one stays.',
          es: 'Si ambas tienen un campo con el mismo nombre, queda el de la izquierda.',
          pt: 'Se as duas têm um campo com o mesmo nome, fica o da esquerda.',
        },
      },
    ],
  },
  name: {
    kind: 'text',
    default: 'right',
    maxLength: 64,
    pattern: '\\p{L}[\\p{L}\\d_]*',
    when: joins,
    name: { en: 'Name of that field', es: 'Nombre de ese campo', pt: 'Nome desse campo' },
    help: {
      en: 'Letters and digits. It holds the right row, or the list of them; a field of this name in the left row is replaced. Not used when the fields go beside those of the left row.',
      es: 'Letras y números. Contiene la fila de la derecha o la lista de ellas; reemplaza un campo con este nombre en la fila izquierda. No se usa si los campos van junto a los de la izquierda.',
      pt: 'Letras e números. Guarda a linha da direita ou a lista delas; substitui um campo com este nome na linha da esquerda. Não é usado se os campos ficam ao lado dos da esquerda.',
    },
  },
  maxMatches: {
    kind: 'number',
    default: 10_000,
    min: 1,
    max: 100_000,
    integer: true,
    advanced: true,
    when: { field: 'matches', is: ['each', 'list'] },
    name: { en: 'Most matches', es: 'Máximo de correspondencias', pt: 'Máximo de correspondências' },
    help: {
      en: 'Rows of the right that have the same key are held in memory. The run stops with an error when one key has more.',
      es: 'Las filas de la derecha con la misma clave se guardan en memoria. La ejecución se detiene con un error si una clave tiene más.',
      pt: 'As linhas da direita com a mesma chave ficam na memória. A execução para com um erro se uma chave tiver mais.',
    },
  },
};

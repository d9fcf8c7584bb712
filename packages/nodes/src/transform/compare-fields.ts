// The form of the box that compares two inputs.
import type { Field, Fields } from '@eclusa/flow';
import { compareField } from './match-key';

const inNow: Field = {
  kind: 'expression',
  required: true,
  placeholder: 'sku',
  name: { en: 'Now', es: 'Ahora', pt: 'Agora' },
};

const inBefore: Field = {
  kind: 'expression',
  placeholder: 'codigo',
  name: { en: 'Before', es: 'Antes', pt: 'Antes' },
  help: {
    en: 'Not needed when it is the same.',
    es: 'No hace falta si es igual.',
    pt: 'Não é preciso se for igual.',
  },
};

export const compareFields: Fields = {
  keys: {
    kind: 'table',
    required: true,
    minRows: 1,
    name: { en: 'Key', es: 'Clave', pt: 'Chave' },
    help: {
      en: 'Rows whose values here are equal are compared with each other. Of several rows with one key in an input only the first counts. Rows without a key count as added or removed.',
      es: 'Se comparan entre sí las filas con valores iguales aquí. De varias filas con una clave en una entrada solo cuenta la primera. Las filas sin clave cuentan como agregadas o quitadas.',
      pt: 'São comparadas entre si as linhas com valores iguais aqui. De várias linhas com uma chave em uma entrada, só a primeira conta. Linhas sem chave contam como acrescentadas ou removidas.',
    },
    columns: { now: inNow, before: inBefore, compare: compareField },
  },
  fields: {
    kind: 'table',
    name: { en: 'Fields to compare', es: 'Campos por comparar', pt: 'Campos a comparar' },
    help: {
      en: 'A row has changed when one of these differs. Without any, all fields of both rows are compared. 1 and "1" are not the same: convert them in the formula, as in $parseNumber(preco).',
      es: 'Una fila cambió cuando uno de estos difiere. Sin ninguno se comparan todos los campos de las dos filas. 1 y "1" no son iguales: conviértalos en la fórmula, como $parseNumber(preco).',
      pt: 'Uma linha mudou quando um destes difere. Sem nenhum, todos os campos das duas linhas são comparados. 1 e "1" não são iguais: converta na fórmula, como $parseNumber(preco).',
    },
    columns: { now: inNow, before: inBefore },
  },
  name: {
    kind: 'text',
    default: 'before',
    required: true,
    maxLength: 64,
    name: {
      en: 'Field for the row before',
      es: 'Campo para la fila anterior',
      pt: 'Campo para a linha anterior',
    },
    help: {
      en: 'Changed rows carry the earlier row in it, so that the next boxes can tell what changed.',
      es: 'Las filas cambiadas llevan en él la fila anterior, para que las próximas cajas sepan qué cambió.',
      pt: 'As linhas mudadas levam nele a linha anterior, para que as próximas caixas saibam o que mudou.',
    },
  },
};

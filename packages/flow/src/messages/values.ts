// Sentences for values that do not fit the field they were mapped to.
import type { Text } from '../text';

/** By code; `{field}` is the field's name in the reader's language, `{value}` what the expression gave. */
export const valuesMessages: Record<string, Text> = {
  'nodes.value-missing': {
    en: '"{field}" has no value in this row. Fill it in at the source, or map a field that has one.',
    es: '«{field}» no tiene valor en esta fila. Complételo en el origen o mapee un campo que lo tenga.',
    pt: '"{field}" está sem valor nesta linha. Preencha na origem ou mapeie um campo que tenha valor.',
  },
  'nodes.value-not-a-number': {
    en: '"{field}" needs a number, but got "{value}". For texts such as 1.299,90 add the step “Number” to it; otherwise correct it at the source.',
    es: '«{field}» necesita un número y recibió «{value}». Para textos como 1.299,90 agregue el paso «Número»; si no, corríjalo en el origen.',
    pt: '"{field}" precisa de um número, mas recebeu "{value}". Para textos como 1.299,90 adicione o passo “Número”; senão, corrija na origem.',
  },
  'nodes.value-not-whole': {
    en: '"{field}" needs a whole number, but got {value}. Add the step “Round”, or correct it at the source.',
    es: '«{field}» necesita un número entero y recibió {value}. Agregue el paso «Redondear» o corríjalo en el origen.',
    pt: '"{field}" precisa de um número inteiro, mas recebeu {value}. Adicione o passo “Arredondar” ou corrija na origem.',
  },
  'nodes.value-too-small': {
    en: '"{field}" must be at least {min}, but is {value}. Correct it at the source, or filter such rows out before this box.',
    es: '«{field}» debe ser al menos {min} y es {value}. Corríjalo en el origen o filtre estas filas antes de esta caja.',
    pt: '"{field}" precisa ser no mínimo {min}, mas é {value}. Corrija na origem ou filtre essas linhas antes desta caixa.',
  },
  'nodes.value-too-large': {
    en: '"{field}" must be at most {max}, but is {value}. Correct it at the source, or check that the right field is mapped.',
    es: '«{field}» debe ser como máximo {max} y es {value}. Corríjalo en el origen o revise que el campo mapeado sea el correcto.',
    pt: '"{field}" precisa ser no máximo {max}, mas é {value}. Corrija na origem ou confira se o campo mapeado é o certo.',
  },
  'nodes.value-too-long': {
    en: '"{field}" may have {max} characters, but has {length}: "{value}". Shorten it, for example with $truncate(…, {max}).',
    es: '«{field}» admite {max} caracteres y tiene {length}: «{value}». Acórtelo, por ejemplo con $truncate(…, {max}).',
    pt: '"{field}" aceita {max} caracteres, mas tem {length}: "{value}". Encurte, por exemplo com $truncate(…, {max}).',
  },
  'nodes.value-not-a-text': {
    en: '"{field}" needs a single value, but got a list or an object: {value}. Map one member of it.',
    es: '«{field}» necesita un valor simple y recibió una lista o un objeto: {value}. Mapee uno de sus campos.',
    pt: '"{field}" precisa de um valor simples, mas recebeu uma lista ou um objeto: {value}. Mapeie um campo dele.',
  },
  'nodes.value-not-an-object': {
    en: '"{field}" needs an object or a list, but got "{value}". Build one in the expression.',
    es: '«{field}» necesita un objeto o una lista y recibió «{value}». Constrúyalo en la expresión.',
    pt: '"{field}" precisa de um objeto ou uma lista, mas recebeu "{value}". Monte-o na expressão.',
  },
  'nodes.value-not-yes-or-no': {
    en: '"{field}" needs yes or no, but got "{value}". Compare it in the expression, such as situation = "A".',
    es: '«{field}» necesita sí o no y recibió «{value}». Compárelo en la expresión, por ejemplo situacion = "A".',
    pt: '"{field}" precisa de sim ou não, mas recebeu "{value}". Compare na expressão, por exemplo situacao = "A".',
  },
  'nodes.value-not-a-date': {
    en: '"{field}" needs a date such as 2026-11-23, but got "{value}". Use $parseDate(…) for 23/11/2026.',
    es: '«{field}» necesita una fecha como 2026-11-23 y recibió «{value}». Use $parseDate(…) para 23/11/2026.',
    pt: '"{field}" precisa de uma data como 2026-11-23, mas recebeu "{value}". Use $parseDate(…) para 23/11/2026.',
  },
  'nodes.value-not-a-choice': {
    en: '"{field}" takes one of {choices}, but got "{value}". Translate your value in the expression.',
    es: '«{field}» acepta uno de {choices} y recibió «{value}». Traduzca su valor en la expresión.',
    pt: '"{field}" aceita um destes: {choices}; mas recebeu "{value}". Traduza o seu valor na expressão.',
  },
  'nodes.mapping-target-unknown': {
    en: 'This box has no value called "{target}". Remove that line, or choose one of the box’s own values.',
    es: 'Esta caja no tiene un valor llamado «{target}». Quite esa línea o elija uno de los valores de la caja.',
    pt: 'Esta caixa não tem um valor chamado "{target}". Remova essa linha ou escolha um dos valores da caixa.',
  },
};

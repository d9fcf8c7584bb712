// Sentences for the codes of the boxes that check, cut, compare and convert rows, and of mail.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const transformMessages: Record<string, Text> = {
  'nodes.row-invalid': {
    en: 'The row does not keep to the rules: {reason} Correct it at the source and replay the row, or change the rules of this box.',
    es: 'La fila no cumple las reglas: {reason} Corríjala en el origen y reprocese la fila, o cambie las reglas de esta caja.',
    pt: 'A linha não cumpre as regras: {reason} Corrija na origem e reprocesse a linha, ou mude as regras desta caixa.',
  },
  'nodes.rule-false': {
    en: 'the condition {condition} does not hold.',
    es: 'no se cumple la condición {condition}.',
    pt: 'a condição {condition} não é atendida.',
  },
  'nodes.rule-missing': { en: 'a value is missing.', es: 'falta un valor.', pt: 'falta um valor.' },
  'nodes.rule-not-whole': {
    en: '"{value}" is not a whole number.',
    es: '«{value}» no es un número entero.',
    pt: '"{value}" não é um número inteiro.',
  },
  'nodes.rule-too-small': {
    en: '"{value}" is less than {wanted}.',
    es: '«{value}» es menor que {wanted}.',
    pt: '"{value}" é menor que {wanted}.',
  },
  'nodes.rule-too-large': {
    en: '"{value}" is more than {wanted}.',
    es: '«{value}» es mayor que {wanted}.',
    pt: '"{value}" é maior que {wanted}.',
  },
  'nodes.rule-too-long': {
    en: 'the text has more than {wanted} characters.',
    es: 'el texto tiene más de {wanted} caracteres.',
    pt: 'o texto tem mais de {wanted} caracteres.',
  },
  'nodes.rule-not-listed': {
    en: '"{value}" is none of {wanted}.',
    es: '«{value}» no es ninguno de {wanted}.',
    pt: '"{value}" não é nenhum de {wanted}.',
  },
  'nodes.rule-pattern': {
    en: '"{value}" is not written as {wanted}.',
    es: '«{value}» no está escrito como {wanted}.',
    pt: '"{value}" não está escrito como {wanted}.',
  },
  'nodes.rule-email': {
    en: '"{value}" is not an e-mail address.',
    es: '«{value}» no es una dirección de correo.',
    pt: '"{value}" não é um endereço de e-mail.',
  },
  'nodes.rule-type': {
    en: 'the value must be of type {wanted}.',
    es: 'el valor debe ser de tipo {wanted}.',
    pt: 'o valor deve ser do tipo {wanted}.',
  },
  'nodes.rule-unknown-field': {
    en: 'the schema knows no such field.',
    es: 'el esquema no conoce ese campo.',
    pt: 'o esquema não conhece esse campo.',
  },
  'nodes.rule-schema': {
    en: 'the schema asks for {wanted}.',
    es: 'el esquema pide {wanted}.',
    pt: 'o esquema pede {wanted}.',
  },
  'nodes.rule-value': {
    en: 'The rule for "{field}" compares with "{value}", which does not fit. Write a number for limits, values with commas between them for a list, or a pattern that can be read ({reason}).',
    es: 'La regla de «{field}» compara con «{value}», que no sirve. Escriba un número para los límites, valores separados por comas para una lista o un patrón que se pueda leer ({reason}).',
    pt: 'A regra de "{field}" compara com "{value}", que não serve. Escreva um número para limites, valores separados por vírgulas para uma lista ou um padrão que possa ser lido ({reason}).',
  },
  'nodes.schema-broken': {
    en: 'The JSON Schema of this box cannot be used: {reason}. Correct it; it may have {kilobytes} kB at most.',
    es: 'El JSON Schema de esta caja no se puede usar: {reason}. Corríjalo; puede tener {kilobytes} kB como máximo.',
    pt: 'O JSON Schema desta caixa não pode ser usado: {reason}. Corrija-o; ele pode ter no máximo {kilobytes} kB.',
  },
  'nodes.list-empty': {
    en: 'The list {list} of this row is empty or missing. Correct the row at the source, or choose in this box what becomes of such rows.',
    es: 'La lista {list} de esta fila está vacía o falta. Corrija la fila en el origen o elija en esta caja qué pasa con esas filas.',
    pt: 'A lista {list} desta linha está vazia ou falta. Corrija a linha na origem ou escolha nesta caixa o que acontece com essas linhas.',
  },
  'nodes.list-too-large': {
    en: 'The list {list} of this row has {count} entries; at most {limit} can become rows. Cut it at the source.',
    es: 'La lista {list} de esta fila tiene {count} elementos; como máximo {limit} pueden convertirse en filas. Divídala en el origen.',
    pt: 'A lista {list} desta linha tem {count} itens; no máximo {limit} podem virar linhas. Divida-a na origem.',
  },
  'nodes.text-not-text': {
    en: 'The value to read is not a text but {type}. Choose the field that holds the text.',
    es: 'El valor por leer no es un texto sino {type}. Elija el campo que contiene el texto.',
    pt: 'O valor a ler não é um texto, e sim {type}. Escolha o campo que contém o texto.',
  },
  'nodes.text-unreadable': {
    en: 'The text cannot be read as {format}: {reason}. Correct it at the source, or choose another format in this box.',
    es: 'El texto no se puede leer como {format}: {reason}. Corríjalo en el origen o elija otro formato en esta caja.',
    pt: 'O texto não pode ser lido como {format}: {reason}. Corrija na origem ou escolha outro formato nesta caixa.',
  },
  'nodes.text-fault': {
    en: 'the fault is at character {position}, near "{excerpt}"',
    es: 'el error está en el carácter {position}, cerca de «{excerpt}»',
    pt: 'o erro está no caractere {position}, perto de "{excerpt}"',
  },
  'nodes.units-differ': {
    en: '"{field}" cannot be converted from {from} to {to}: one is not measured in the other. Choose two units of weight, of length or of money.',
    es: '«{field}» no se puede convertir de {from} a {to}: una no se mide en la otra. Elija dos unidades de peso, de longitud o de dinero.',
    pt: '"{field}" não pode ser convertido de {from} para {to}: uma não se mede na outra. Escolha duas unidades de peso, de comprimento ou de dinheiro.',
  },
  'nodes.units-target': {
    en: 'Say in which field the converted value of "{field}" goes: it is a formula, so it has no name of its own.',
    es: 'Indique en qué campo va el valor convertido de «{field}»: es una fórmula y no tiene nombre propio.',
    pt: 'Informe em que campo vai o valor convertido de "{field}": é uma fórmula e não tem nome próprio.',
  },
  'nodes.rate-missing': {
    en: 'The rate for "{field}" is missing or not above zero. Fill it in the box, or correct it at the source.',
    es: 'La tasa para «{field}» falta o no es mayor que cero. Complétela en la caja o corríjala en el origen.',
    pt: 'A taxa para "{field}" falta ou não é maior que zero. Preencha-a na caixa ou corrija na origem.',
  },
  'nodes.template-open': {
    en: 'A place of the template begins with double braces and is not closed: {place}. Close it with two braces.',
    es: 'Un lugar de la plantilla empieza con dos llaves y no se cierra: {place}. Ciérrelo con dos llaves.',
    pt: 'Um lugar do modelo começa com duas chaves e não é fechado: {place}. Feche-o com duas chaves.',
  },
  'nodes.template-empty': {
    en: 'The place {place} of the template has no value in this row. Fill the field at the source, or let empty places stay empty in this box.',
    es: 'El lugar {place} de la plantilla no tiene valor en esta fila. Complete el campo en el origen o permita lugares vacíos en esta caja.',
    pt: 'O lugar {place} do modelo não tem valor nesta linha. Preencha o campo na origem ou permita lugares vazios nesta caixa.',
  },
  'nodes.run-stopped': {
    en: 'The flow ended this run: {message}',
    es: 'El flujo terminó esta ejecución: {message}',
    pt: 'O fluxo encerrou esta execução: {message}',
  },
  'nodes.mail-refused': {
    en: '{server} refused the mail ({reason}). Check the addresses in this box and the sender in the connection.',
    es: '{server} rechazó el correo ({reason}). Revise las direcciones en esta caja y el remitente en la conexión.',
    pt: '{server} recusou o e-mail ({reason}). Confira os endereços nesta caixa e o remetente na conexão.',
  },
  'connections.mail-ready': {
    en: '{server} answered and took the sign-in. No mail was sent.',
    es: '{server} respondió y aceptó el acceso. No se envió ningún correo.',
    pt: '{server} respondeu e aceitou o acesso. Nenhum e-mail foi enviado.',
  },
};

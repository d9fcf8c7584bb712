// Sentences for programs that send rows, wait for a run, or ask for its answer.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const apiRowsMessages: Record<string, Text> = {
  'api.wait-invalid': {
    en: 'The header Prefer asks to wait for something that is no number of seconds. Send "Prefer: wait=30", with {seconds} at most.',
    es: 'El encabezado Prefer pide esperar algo que no es un número de segundos. Envíe "Prefer: wait=30", con {seconds} como máximo.',
    pt: 'O cabeçalho Prefer pede para esperar algo que não é um número de segundos. Envie "Prefer: wait=30", com {seconds} no máximo.',
  },
  'api.call-too-large': {
    en: 'The rows are more than {megabytes} MB, unpacked, or packed as no honest data is. Nothing was started. Send them in several calls, or have ECLUSA_MAX_CALL_BYTES raised.',
    es: 'Las filas pasan de {megabytes} MB sin comprimir, o vienen comprimidas como ningún dato real. No se inició nada. Envíelas en varias llamadas o pida que aumenten ECLUSA_MAX_CALL_BYTES.',
    pt: 'As linhas passam de {megabytes} MB descompactadas, ou vêm compactadas como nenhum dado real. Nada foi iniciado. Envie-as em várias chamadas ou peça que aumentem ECLUSA_MAX_CALL_BYTES.',
  },
  'api.body-too-slow': {
    en: 'The body came too slowly: nothing arrived for {seconds} seconds, or less than 1 KB a second on average. Nothing was started. Send it again over a better line.',
    es: 'El cuerpo llegó demasiado despacio: nada durante {seconds} segundos, o menos de 1 KB por segundo en promedio. No se inició nada. Envíelo de nuevo por una conexión mejor.',
    pt: 'O corpo chegou devagar demais: nada durante {seconds} segundos, ou menos de 1 KB por segundo em média. Nada foi iniciado. Envie-o de novo por uma conexão melhor.',
  },
  'api.encoding-unknown': {
    en: 'The body is packed as "{encoding}", which is not read here. Send it unpacked or with "Content-Encoding: gzip".',
    es: 'El cuerpo está comprimido como "{encoding}", que aquí no se lee. Envíelo sin comprimir o con "Content-Encoding: gzip".',
    pt: 'O corpo está compactado como "{encoding}", que não é lido aqui. Envie-o sem compactar ou com "Content-Encoding: gzip".',
  },
  'api.gzip-broken': {
    en: 'The body is no complete gzip. Nothing was started. Pack it again, or send it unpacked.',
    es: 'El cuerpo no es un gzip completo. No se inició nada. Comprímalo de nuevo o envíelo sin comprimir.',
    pt: 'O corpo não é um gzip completo. Nada foi iniciado. Compacte-o de novo ou envie-o sem compactar.',
  },
  'api.bodies-busy': {
    en: 'Too many bodies of rows are being received at the moment. Nothing was started. Send this one again in a few seconds.',
    es: 'En este momento se reciben demasiados cuerpos de filas. No se inició nada. Envíe este de nuevo en unos segundos.',
    pt: 'No momento estão sendo recebidos corpos de linhas demais. Nada foi iniciado. Envie este de novo em alguns segundos.',
  },
  'api.rows-none': {
    en: 'The body holds no row. Nothing was started. Send at least one line, for a CSV below its header line.',
    es: 'El cuerpo no tiene ninguna fila. No se inició nada. Envíe al menos una línea; en un CSV, debajo del encabezado.',
    pt: 'O corpo não tem nenhuma linha de dados. Nada foi iniciado. Envie pelo menos uma; em um CSV, abaixo do cabeçalho.',
  },
  'api.line-broken': {
    en: 'Line {line} is not valid JSON in UTF-8. Nothing was started. Correct the line and send everything again.',
    es: 'La línea {line} no es JSON válido en UTF-8. No se inició nada. Corrija la línea y envíe todo de nuevo.',
    pt: 'A linha {line} não é JSON válido em UTF-8. Nada foi iniciado. Corrija a linha e envie tudo de novo.',
  },
  'api.line-not-object': {
    en: 'Line {line} is not a JSON object. Nothing was started. Send one object on each line, without a list around them.',
    es: 'La línea {line} no es un objeto JSON. No se inició nada. Envíe un objeto por línea, sin una lista alrededor.',
    pt: 'A linha {line} não é um objeto JSON. Nada foi iniciado. Envie um objeto por linha, sem uma lista em volta.',
  },
  'api.line-too-long': {
    en: 'Line {line} is longer than {kilobytes} KB. Nothing was started. Send shorter rows, one on each line.',
    es: 'La línea {line} pasa de {kilobytes} KB. No se inició nada. Envíe filas más cortas, una por línea.',
    pt: 'A linha {line} passa de {kilobytes} KB. Nada foi iniciado. Envie linhas mais curtas, uma de cada vez.',
  },
  'api.line-too-wide': {
    en: 'Line {line} has more than {columns} columns. Nothing was started. Leave out those that the flow does not need.',
    es: 'La línea {line} tiene más de {columns} columnas. No se inició nada. Quite las que el flujo no necesita.',
    pt: 'A linha {line} tem mais de {columns} colunas. Nada foi iniciado. Tire as que o fluxo não precisa.',
  },
  'api.line-too-deep': {
    en: 'Line {line} nests deeper than {depth} levels. Nothing was started. Send flatter rows.',
    es: 'La línea {line} tiene más de {depth} niveles de anidamiento. No se inició nada. Envíe filas más planas.',
    pt: 'A linha {line} tem mais de {depth} níveis aninhados. Nada foi iniciado. Envie linhas mais planas.',
  },
  'api.line-unstorable': {
    en: 'Line {line} holds a character that no database takes: U+0000 or half of a character. Nothing was started. Remove it and send everything again.',
    es: 'La línea {line} tiene un carácter que ninguna base de datos acepta: U+0000 o medio carácter. No se inició nada. Quítelo y envíe todo de nuevo.',
    pt: 'A linha {line} tem um caractere que nenhum banco de dados aceita: U+0000 ou meio caractere. Nada foi iniciado. Tire-o e envie tudo de novo.',
  },
  'api.if-match-invalid': {
    en: 'The header If-Match holds no ETag that was given here. Send the one of the answer that holds the flow, quotation marks included.',
    es: 'El encabezado If-Match no tiene una ETag dada aquí. Envíe la de la respuesta que trae el flujo, con sus comillas.',
    pt: 'O cabeçalho If-Match não tem uma ETag dada aqui. Envie a da resposta que traz o fluxo, com as aspas.',
  },
  'api.row-schema-broken': {
    en: 'The schema of a row in "Called by another system" cannot be used: {reason}. Correct it in the settings of the box; it may have {kilobytes} KB.',
    es: 'El esquema de una fila en "Llamado por otro sistema" no se puede usar: {reason}. Corríjalo en los ajustes de la caja; puede tener {kilobytes} KB.',
    pt: 'O esquema de uma linha em "Chamado por outro sistema" não pode ser usado: {reason}. Corrija-o nas configurações da caixa; ele pode ter {kilobytes} KB.',
  },
  'api.row-missing': {
    en: '{place}: "{field}" is missing. Add it.',
    es: '{place}: falta "{field}". Agréguelo.',
    pt: '{place}: falta "{field}". Inclua-o.',
  },
  'api.row-unknown': {
    en: '{place}: "{field}" is not wanted here. Leave it out, or check how it is spelled.',
    es: '{place}: "{field}" no se espera aquí. Quítelo o revise cómo está escrito.',
    pt: '{place}: "{field}" não é esperado aqui. Tire-o ou confira como está escrito.',
  },
  'api.row-type': {
    en: '{place}: "{field}" must be of type {wanted}.',
    es: '{place}: "{field}" debe ser de tipo {wanted}.',
    pt: '{place}: "{field}" precisa ser do tipo {wanted}.',
  },
  'api.row-choice': {
    en: '{place}: "{field}" must be one of {wanted}.',
    es: '{place}: "{field}" debe ser uno de {wanted}.',
    pt: '{place}: "{field}" precisa ser um de {wanted}.',
  },
  'api.row-form': {
    en: '{place}: "{field}" is not of the form {wanted}.',
    es: '{place}: "{field}" no tiene la forma {wanted}.',
    pt: '{place}: "{field}" não está na forma {wanted}.',
  },
  'api.row-size': {
    en: '{place}: "{field}" is outside of its limits ({wanted}).',
    es: '{place}: "{field}" está fuera de sus límites ({wanted}).',
    pt: '{place}: "{field}" está fora dos limites ({wanted}).',
  },
  'api.row-rule': {
    en: '{place}: "{field}" does not meet the rule {wanted} of the schema.',
    es: '{place}: "{field}" no cumple la regla {wanted} del esquema.',
    pt: '{place}: "{field}" não cumpre a regra {wanted} do esquema.',
  },
};

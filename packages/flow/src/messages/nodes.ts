// Sentences for the codes of transforms and outputs, and of the catalogue itself.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const nodesMessages: Record<string, Text> = {
  'nodes.field-failed': {
    en: 'The field "{field}" could not be filled. {reason}',
    es: 'No se pudo llenar el campo «{field}». {reason}',
    pt: 'Não foi possível preencher o campo "{field}". {reason}',
  },
  'nodes.field-not-number': {
    en: 'The field "{field}" needs a number, but "{value}" is none. Correct the value at the source and replay the row.',
    es: 'El campo «{field}» necesita un número y «{value}» no lo es. Corrija el valor en el origen y reprocese la fila.',
    pt: 'O campo "{field}" precisa de um número, e "{value}" não é um. Corrija o valor na origem e reprocesse a linha.',
  },
  'nodes.field-ambiguous-number': {
    en: 'The field "{field}" got "{value}", which can be read as two different numbers. Tell the function how the ERP writes numbers, or correct the value at the source.',
    es: 'El campo «{field}» recibió «{value}», que puede leerse como dos números distintos. Indique a la función cómo escribe los números el ERP o corrija el valor en el origen.',
    pt: 'O campo "{field}" recebeu "{value}", que pode ser lido como dois números diferentes. Informe à função como o ERP escreve números ou corrija o valor na origem.',
  },
  'nodes.field-not-date': {
    en: 'The field "{field}" needs a date, but "{value}" is none. Correct the value at the source and replay the row.',
    es: 'El campo «{field}» necesita una fecha y «{value}» no lo es. Corrija el valor en el origen y reprocese la fila.',
    pt: 'O campo "{field}" precisa de uma data, e "{value}" não é uma. Corrija o valor na origem e reprocesse a linha.',
  },
  'nodes.map-target': {
    en: '"{target}" is not a name for a field. Write names with single dots between them, such as price.base.',
    es: '«{target}» no sirve como nombre de campo. Escriba nombres separados por un solo punto, como price.base.',
    pt: '"{target}" não serve como nome de campo. Escreva nomes separados por um só ponto, como price.base.',
  },
  'nodes.switch-case': {
    en: 'The case id "{id}" cannot be used: every case needs an id of its own, other than "failed" and "otherwise". Change it in the table of cases.',
    es: 'El id de caso «{id}» no puede usarse: cada caso necesita un id propio, distinto de «failed» y «otherwise». Cámbielo en la tabla de casos.',
    pt: 'O id de caso "{id}" não pode ser usado: cada caso precisa de um id próprio, diferente de "failed" e "otherwise". Troque-o na tabela de casos.',
  },
  'nodes.aggregate-operation': {
    en: 'There is no operation "{operation}". Choose one of the list.',
    es: 'No existe la operación «{operation}». Elija una de la lista.',
    pt: 'Não existe a operação "{operation}". Escolha uma da lista.',
  },
  'nodes.aggregate-field': {
    en: 'The operation "{operation}" for "{name}" needs a field to work on. Fill in "Of".',
    es: 'La operación «{operation}» para «{name}» necesita un campo. Complete «De».',
    pt: 'A operação "{operation}" para "{name}" precisa de um campo. Preencha "De".',
  },
  'nodes.aggregate-not-number': {
    en: '"{name}" cannot be computed: "{value}" is not a number. Convert it with $parseNumber, or filter such rows out before this box.',
    es: 'No se puede calcular «{name}»: «{value}» no es un número. Conviértalo con $parseNumber o filtre esas filas antes de esta caja.',
    pt: 'Não é possível calcular "{name}": "{value}" não é um número. Converta com $parseNumber ou filtre essas linhas antes desta caixa.',
  },
  'nodes.too-many-groups': {
    en: 'There are more than {limit} groups. Check that the group fields are the right ones; if they are, raise the limit in the settings of this box.',
    es: 'Hay más de {limit} grupos. Revise que los campos de grupo sean los correctos; si lo son, suba el límite en los ajustes de esta caja.',
    pt: 'Há mais de {limit} grupos. Confira se os campos de grupo são os certos; se forem, aumente o limite nos ajustes desta caixa.',
  },
  'nodes.list-too-long': {
    en: 'The list "{name}" of one group has more than {limit} values. Check the group fields: too many rows fall into one group.',
    es: 'La lista «{name}» de un grupo tiene más de {limit} valores. Revise los campos de grupo: caen demasiadas filas en uno solo.',
    pt: 'A lista "{name}" de um grupo tem mais de {limit} valores. Confira os campos de grupo: há linhas demais em um só.',
  },
  'nodes.join-group-too-large': {
    en: 'More than {limit} rows of the right input have the key "{key}". Check that the key fields are the right ones; if they are, take only the first match, or raise the limit in the settings of this box.',
    es: 'Más de {limit} filas de la entrada derecha tienen la clave «{key}». Revise que los campos de clave sean los correctos; si lo son, tome solo la primera correspondencia o suba el límite en los ajustes de esta caja.',
    pt: 'Mais de {limit} linhas da entrada da direita têm a chave "{key}". Confira se os campos de chave são os certos; se forem, pegue só a primeira correspondência ou aumente o limite nos ajustes desta caixa.',
  },
  'nodes.code-syntax': {
    en: 'The code cannot be read at line {line}: {message}. Correct that line.',
    es: 'El código no se entiende en la línea {line}: {message}. Corrija esa línea.',
    pt: 'O código não pode ser lido na linha {line}: {message}. Corrija essa linha.',
  },
  'nodes.code-threw': {
    en: 'The code stopped at line {line}: {message} ({name}). Correct the code, or the row if the code is right to refuse it.',
    es: 'El código se detuvo en la línea {line}: {message} ({name}). Corrija el código, o la fila si el código hace bien en rechazarla.',
    pt: 'O código parou na linha {line}: {message} ({name}). Corrija o código, ou a linha de dados se o código está certo em recusá-la.',
  },
  'nodes.code-timeout': {
    en: 'The code took longer than {milliseconds} ms for this row and was stopped. Look for a loop that never ends, or raise the time in the settings of this box.',
    es: 'El código tardó más de {milliseconds} ms con esta fila y se detuvo. Busque un ciclo que no termina o suba el tiempo en los ajustes de esta caja.',
    pt: 'O código levou mais de {milliseconds} ms com esta linha e foi parado. Procure um laço que não termina ou aumente o tempo nos ajustes desta caixa.',
  },
  'nodes.code-memory': {
    en: 'The code needed more than {megabytes} MB for this row and was stopped. Build less at once.',
    es: 'El código necesitó más de {megabytes} MB con esta fila y se detuvo. Construya menos datos a la vez.',
    pt: 'O código precisou de mais de {megabytes} MB com esta linha e foi parado. Monte menos dados de uma vez.',
  },
  'nodes.code-stack': {
    en: 'The code called itself too often for this row and was stopped. Look for a function that calls itself without an end.',
    es: 'El código se llamó a sí mismo demasiadas veces con esta fila y se detuvo. Busque una función que se llama sin fin.',
    pt: 'O código chamou a si mesmo vezes demais com esta linha e foi parado. Procure uma função que se chama sem fim.',
  },
  'nodes.code-result': {
    en: 'The code returned a value of type {type}. Return an object for a row, a list of objects, or null.',
    es: 'El código devolvió un valor de tipo {type}. Devuelva un objeto como fila, una lista de objetos o null.',
    pt: 'O código retornou um valor do tipo {type}. Retorne um objeto como linha, uma lista de objetos ou null.',
  },
  'nodes.too-many-columns': {
    en: 'The rows have more than {limit} different fields. List the columns to write in the settings of this box.',
    es: 'Las filas tienen más de {limit} campos distintos. Indique las columnas por escribir en los ajustes de esta caja.',
    pt: 'As linhas têm mais de {limit} campos diferentes. Liste as colunas a gravar nos ajustes desta caixa.',
  },
  'nodes.duplicate-id': {
    en: 'Two nodes share the id {id} (second: {path}). Rename one of the files and its id.',
    es: 'Dos nodos comparten el id {id} (el segundo: {path}). Cambie el nombre de uno de los archivos y su id.',
    pt: 'Dois nós têm o mesmo id {id} (o segundo: {path}). Renomeie um dos arquivos e o id dele.',
  },
  'nodes.id-not-path': {
    en: 'The file {path} holds the id {id}, but its path says {expected}. Make them equal.',
    es: 'El archivo {path} tiene el id {id}, pero su ruta dice {expected}. Deben ser iguales.',
    pt: 'O arquivo {path} tem o id {id}, mas o caminho dele diz {expected}. Deixe os dois iguais.',
  },
  'nodes.no-default-export': {
    en: 'The file {path} exports no node as its default. Export one, or rename the file.',
    es: 'El archivo {path} no exporta un nodo por defecto. Exporte uno o cambie el nombre del archivo.',
    pt: 'O arquivo {path} não exporta um nó como padrão. Exporte um ou renomeie o arquivo.',
  },
  'nodes.lookup-nothing': {
    en: '{system} knows nothing of this row: {address} answered nothing. Add it there, correct the row, or let rows go on without an answer in this box.',
    es: '{system} no sabe nada de esta fila: {address} no respondió nada. Agréguelo allí, corrija la fila o deje que las filas continúen sin respuesta en esta caja.',
    pt: '{system} não conhece esta linha: {address} não respondeu nada. Inclua lá, corrija a linha ou deixe as linhas seguirem sem resposta nesta caixa.',
  },
  'nodes.place-empty': {
    en: 'The place {place} of the address {path} has no value in this row. Fill the field, or add a line for it under "Places of the address".',
    es: 'El lugar {place} de la dirección {path} no tiene valor en esta fila. Complete el campo o agregue una línea en «Lugares de la dirección».',
    pt: 'O lugar {place} do endereço {path} não tem valor nesta linha. Preencha o campo ou acrescente uma linha em "Lugares do endereço".',
  },
  'nodes.answer-says-failure': {
    en: 'The other system answered, but with a refusal: {reason}. Mend the row, or the rule in the box that takes this answer for a failure.',
    es: 'El otro sistema respondió, pero con un rechazo: {reason}. Corrija la fila, o la regla de la caja que toma esta respuesta como falla.',
    pt: 'O outro sistema respondeu, mas com uma recusa: {reason}. Corrija a linha, ou a regra da caixa que toma esta resposta como falha.',
  },
};

// What can be wrong with a command, by error code. Each sentence says what to do next.
import type { Text } from '@eclusa/flow';

export const faults: Readonly<Record<string, Text>> = {
  'cli.file-unreadable': {
    en: 'Cannot read {file} ({detail}). Check the path and try again.',
    es: 'No se puede leer {file} ({detail}). Revise la ruta e intente de nuevo.',
    pt: 'Não foi possível ler {file} ({detail}). Confira o caminho e tente de novo.',
  },
  'cli.not-json': {
    en: '{file} is not valid JSON: {detail}. Correct the file and try again.',
    es: '{file} no es JSON válido: {detail}. Corrija el archivo e intente de nuevo.',
    pt: '{file} não é um JSON válido: {detail}. Corrija o arquivo e tente de novo.',
  },
  'cli.not-a-flow': {
    en: '{file} is JSON, but not a flow: at "{place}": {detail}. Export the flow again from Eclusa, or correct it there.',
    es: '{file} es JSON, pero no un flujo: en "{place}": {detail}. Vuelva a exportar el flujo desde Eclusa o corríjalo en ese lugar.',
    pt: '{file} é JSON, mas não é um fluxo: em "{place}": {detail}. Exporte o fluxo de novo da Eclusa ou corrija-o nesse ponto.',
  },
  'cli.bindings-shape': {
    en: '{file} is not a bindings file: at "{place}". It looks like {"slots": {"erp": {"kind": "http", "values": {…}}}, "parameters": {…}}.',
    es: '{file} no es un archivo de conexiones: en "{place}". Su forma es {"slots": {"erp": {"kind": "http", "values": {…}}}, "parameters": {…}}.',
    pt: '{file} não é um arquivo de conexões: em "{place}". O formato é {"slots": {"erp": {"kind": "http", "values": {…}}}, "parameters": {…}}.',
  },
  'cli.slot-unknown': {
    en: '{file} binds "{slot}", which the flow does not have. The flow has: {known}.',
    es: '{file} define "{slot}", que el flujo no tiene. El flujo tiene: {known}.',
    pt: '{file} define "{slot}", que o fluxo não tem. O fluxo tem: {known}.',
  },
  'cli.slot-kind': {
    en: 'The flow wants a connection of kind "{wanted}" for "{slot}", and {file} gives one of kind "{given}". Correct the kind.',
    es: 'El flujo pide para "{slot}" una conexión de tipo "{wanted}" y {file} da una de tipo "{given}". Corrija el tipo.',
    pt: 'O fluxo pede para "{slot}" uma conexão do tipo "{wanted}", e {file} traz uma do tipo "{given}". Corrija o tipo.',
  },
  'cli.kind-unknown': {
    en: '{file} binds "{slot}" to a connection of kind "{given}", which this Eclusa does not have. It has: {known}.',
    es: '{file} conecta "{slot}" con el tipo "{given}", que esta Eclusa no tiene. Tiene: {known}.',
    pt: '{file} liga "{slot}" ao tipo "{given}", que esta Eclusa não tem. Ela tem: {known}.',
  },
  'cli.value-missing': {
    en: '{file}: the connection "{slot}" has no value for "{field}". Add it under "values".',
    es: '{file}: a la conexión "{slot}" le falta el valor de "{field}". Agréguelo en "values".',
    pt: '{file}: falta à conexão "{slot}" o valor de "{field}". Inclua-o em "values".',
  },
  'cli.value-unknown': {
    en: '{file}: the connection "{slot}" has a value for "{field}", which its kind does not know. It knows: {known}.',
    es: '{file}: la conexión "{slot}" tiene un valor para "{field}", que su tipo no conoce. Conoce: {known}.',
    pt: '{file}: a conexão "{slot}" tem um valor para "{field}", que o tipo dela não conhece. Ele conhece: {known}.',
  },
  'cli.env-missing': {
    en: '{file} takes a value from the environment variable {name}, which is not set. Set it and try again.',
    es: '{file} toma un valor de la variable de entorno {name}, que no está definida. Defínala e intente de nuevo.',
    pt: '{file} usa um valor da variável de ambiente {name}, que não está definida. Defina-a e tente de novo.',
  },
  'cli.param-shape': {
    en: '"--param {given}" has no "=". Write it as --param name=value.',
    es: 'A "--param {given}" le falta "=". Escríbalo como --param nombre=valor.',
    pt: 'Falta "=" em "--param {given}". Escreva como --param nome=valor.',
  },
  'cli.param-type': {
    en: 'Parameter "{name}" wants a {wanted}, and "{given}" is none. {hint}',
    es: 'El parámetro "{name}" espera {wanted} y "{given}" no lo es. {hint}',
    pt: 'O parâmetro "{name}" espera {wanted}, e "{given}" não é. {hint}',
  },
  'cli.input-missing': {
    en: 'This flow works on rows that come with the call. Give them as a file: --input rows.json',
    es: 'Este flujo trabaja con filas que llegan con la llamada. Indíquelas en un archivo: --input filas.json',
    pt: 'Este fluxo trabalha com linhas que vêm com a chamada. Informe-as em um arquivo: --input linhas.json',
  },
  'cli.input-sources': {
    en: '--input stands in for the source of the flow, and this flow has {count}. It needs a flow with exactly one enabled source.',
    es: '--input reemplaza la fuente del flujo y este flujo tiene {count}. Necesita un flujo con exactamente una fuente activa.',
    pt: '--input entra no lugar da fonte do fluxo, e este fluxo tem {count}. É preciso um fluxo com exatamente uma fonte ativa.',
  },
  'cli.input-row': {
    en: 'Row {row} of {file} is not a JSON object. A row looks like {"sku": "1", "price": 10}.',
    es: 'La fila {row} de {file} no es un objeto JSON. Una fila es como {"sku": "1", "price": 10}.',
    pt: 'A linha {row} de {file} não é um objeto JSON. Uma linha é como {"sku": "1", "price": 10}.',
  },
  'cli.size': {
    en: '"--page-size {given}" is not a whole number from 1 to {most}.',
    es: '"--page-size {given}" no es un número entero de 1 a {most}.',
    pt: '"--page-size {given}" não é um número inteiro de 1 a {most}.',
  },
  'cli.host': {
    en: '"--allow-host {given}" is not a host and port. Write it as 127.0.0.1:4310.',
    es: '"--allow-host {given}" no es un servidor y puerto. Escríbalo como 127.0.0.1:4310.',
    pt: '"--allow-host {given}" não é um servidor e porta. Escreva como 127.0.0.1:4310.',
  },
  'cli.lang': {
    en: '--lang is one of en, es, pt.',
    es: '--lang es uno de en, es, pt.',
    pt: '--lang é um de en, es, pt.',
  },
  'cli.file-outside': {
    en: 'The flow asks for the file {file}, which is neither below the flow’s folder nor below this one. Put a copy there.',
    es: 'El flujo pide el archivo {file}, que no está dentro de la carpeta del flujo ni de esta. Coloque allí una copia.',
    pt: 'O fluxo pede o arquivo {file}, que não está na pasta do fluxo nem nesta. Coloque uma cópia ali.',
  },
  'cli.out-unwritable': {
    en: 'Cannot write {file} ({detail}). Choose another folder with --out.',
    es: 'No se puede escribir {file} ({detail}). Elija otra carpeta con --out.',
    pt: 'Não foi possível gravar {file} ({detail}). Escolha outra pasta com --out.',
  },
  'cli.unknown-option': {
    en: 'There is no option {what}. "eclusa help" lists what there is.',
    es: 'No existe la opción {what}. "eclusa help" muestra las que hay.',
    pt: 'Não existe a opção {what}. "eclusa help" mostra as que existem.',
  },
  'cli.unknown-command': {
    en: 'There is no command {what}. "eclusa help" lists what there is.',
    es: 'No existe el comando {what}. "eclusa help" muestra los que hay.',
    pt: 'Não existe o comando {what}. "eclusa help" mostra os que existem.',
  },
  'cli.excess-argument': {
    en: '"{what}" was given too many words. Write a repeated option once for each value, as in --allow-host A --allow-host B.',
    es: '"{what}" recibió palabras de más. Escriba una opción repetible una vez por valor, como --allow-host A --allow-host B.',
    pt: '"{what}" recebeu palavras a mais. Escreva uma opção repetível uma vez por valor, como --allow-host A --allow-host B.',
  },
  'cli.missing-argument': {
    en: '{what} is missing. "eclusa help" shows how the command is written.',
    es: 'Falta {what}. "eclusa help" muestra cómo se escribe el comando.',
    pt: 'Falta {what}. "eclusa help" mostra como se escreve o comando.',
  },
  'cli.usage': {
    en: 'The command is not understood: {what}. "eclusa help" shows how it is written.',
    es: 'No se entiende el comando: {what}. "eclusa help" muestra cómo se escribe.',
    pt: 'Não entendi o comando: {what}. "eclusa help" mostra como se escreve.',
  },
};

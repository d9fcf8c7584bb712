// What can be wrong with a command that speaks with a service, by error code. What the service refuses it words itself.
import type { Text } from '@eclusa/flow';

export const remoteFaults: Readonly<Record<string, Text>> = {
  'cli.signed-out': {
    en: 'Not signed in. Make a key in the editor under “API keys”, then: eclusa login https://… (or set ECLUSA_URL and ECLUSA_KEY).',
    es: 'No hay sesión iniciada. Cree una clave en el editor, en “Claves de API”, y luego: eclusa login https://… (o defina ECLUSA_URL y ECLUSA_KEY).',
    pt: 'Não está conectado. Crie uma chave no editor, em “Chaves de API”, e depois: eclusa login https://… (ou defina ECLUSA_URL e ECLUSA_KEY).',
  },
  'cli.address-missing': {
    en: 'Say where the service is: eclusa login https://eclusa.example.com',
    es: 'Indique dónde está el servicio: eclusa login https://eclusa.example.com',
    pt: 'Diga onde está o serviço: eclusa login https://eclusa.example.com',
  },
  'cli.address': {
    en: '"{given}" is not the address of a service. It begins with https:// or http://, as in https://eclusa.example.com.',
    es: '"{given}" no es la dirección de un servicio. Empieza con https:// o http://, como en https://eclusa.example.com.',
    pt: '"{given}" não é o endereço de um serviço. Ele começa com https:// ou http://, como em https://eclusa.example.com.',
  },
  'cli.key-shape': {
    en: 'That is not an API key. Copy the whole key from the editor; it begins with eclusa_.',
    es: 'Eso no es una clave de API. Copie la clave completa del editor; empieza con eclusa_.',
    pt: 'Isso não é uma chave de API. Copie a chave inteira do editor; ela começa com eclusa_.',
  },
  'cli.flow-unknown': {
    en: '{count} flows within reach of this key are called "{given}". Give the id of one, or a name of these: {known}.',
    es: '{count} flujos al alcance de esta clave se llaman "{given}". Indique el id de uno, o uno de estos nombres: {known}.',
    pt: '{count} fluxos ao alcance desta chave se chamam "{given}". Informe o id de um, ou um destes nomes: {known}.',
  },
  'cli.store-unknown': {
    en: '{count} stores within reach of this key are called "{given}". Give the id of one, or a name of these: {known}.',
    es: '{count} tiendas al alcance de esta clave se llaman "{given}". Indique el id de una, o uno de estos nombres: {known}.',
    pt: '{count} lojas ao alcance desta chave se chamam "{given}". Informe o id de uma, ou um destes nomes: {known}.',
  },
  'cli.rows-twice': {
    en: 'Give rows once: either --row or --rows.',
    es: 'Indique las filas una sola vez: --row o --rows.',
    pt: 'Informe as linhas uma só vez: --row ou --rows.',
  },
  'cli.row-shape': {
    en: '--row is not JSON ({detail}). Write an object, as in --row \'{"sku": "A1"}\', or an array of them.',
    es: '--row no es JSON ({detail}). Escriba un objeto, como --row \'{"sku": "A1"}\', o un arreglo de ellos.',
    pt: '--row não é JSON ({detail}). Escreva um objeto, como --row \'{"sku": "A1"}\', ou um array deles.',
  },
  'cli.rows-kind': {
    en: 'What kind of rows is {given}? Files end in .csv or .ndjson (also with .gz); for another name add --format csv or --format ndjson. A JSON array has to become one object a line.',
    es: '¿Qué tipo de filas trae {given}? Los archivos terminan en .csv o .ndjson (también con .gz); con otro nombre, agregue --format csv o --format ndjson. Un arreglo JSON debe pasar a un objeto por línea.',
    pt: 'Que tipo de linhas traz {given}? Os arquivos terminam em .csv ou .ndjson (também com .gz); com outro nome, use --format csv ou --format ndjson. Um array JSON precisa virar um objeto por linha.',
  },
  'cli.rows-format': {
    en: '--format {given} is not known. Use csv or ndjson.',
    es: '--format {given} no se conoce. Use csv o ndjson.',
    pt: '--format {given} não é conhecido. Use csv ou ndjson.',
  },
  'cli.wait': {
    en: '--wait {given}: give whole seconds, as in --wait 30, or no number to wait until the end.',
    es: '--wait {given}: indique segundos enteros, como --wait 30, o ningún número para esperar hasta el final.',
    pt: '--wait {given}: informe segundos inteiros, como --wait 30, ou nenhum número para esperar até o fim.',
  },
  'cli.since': {
    en: '--since {given} is not understood. Write 30m, 2h or 7d, or a moment such as 2030-05-31 or 2030-05-31T22:00:00-03:00.',
    es: 'No se entiende --since {given}. Escriba 30m, 2h o 7d, o un momento como 2030-05-31 o 2030-05-31T22:00:00-03:00.',
    pt: 'Não entendi --since {given}. Escreva 30m, 2h ou 7d, ou um momento como 2030-05-31 ou 2030-05-31T22:00:00-03:00.',
  },
  'cli.limit': {
    en: '--limit {given}: give a number from 1 on, or all.',
    es: '--limit {given}: indique un número desde 1, o all.',
    pt: '--limit {given}: informe um número a partir de 1, ou all.',
  },
};

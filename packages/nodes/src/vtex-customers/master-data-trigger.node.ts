// Starts a flow with what a trigger of Master Data posts to the flow's own address.
import {
  compileExpression,
  defineNode,
  isJsonObject,
  type Json,
  type Row,
  type TriggerEvent,
} from '@eclusa/flow';
import { randomUUID } from 'node:crypto';
import { exampleField, readExamples } from '../source/example-rows';

interface Config {
  identity?: string;
  example?: string;
}

const usualIdentity = 'id & " " & updatedIn';

const example = `{
  "id": "8c1a2f8e-2a31-11ee-83ab-0e55cd1b8b0f",
  "email": "bruna@exemplo.com.br",
  "firstName": "Bruna",
  "updatedIn": "2026-11-23T12:00:00Z"
}`;

/** Documents remembered as one event when they are told again. */
async function eventOf(row: Row, identity: string | undefined): Promise<TriggerEvent> {
  const own = identity === undefined || identity === '' ? usualOf(row) : await identityOf(row, identity);
  return { key: `document ${own ?? randomUUID()}`, row };
}

/** Only with a date of the change: without one, a later change would pass for a repeat. */
function usualOf(row: Row): string | undefined {
  const id = row['id'] ?? row['Id'] ?? row['DocumentId'];
  const date = row['updatedIn'] ?? row['lastInteractionIn'] ?? row['updatedAt'];
  return typeof id === 'string' && typeof date === 'string' ? `${id} ${date}` : undefined;
}

async function identityOf(row: Row, identity: string): Promise<string | undefined> {
  const value = await compileExpression(identity).evaluate(row);
  return value === undefined || value === null ? undefined : JSON.stringify(value);
}

async function receive(body: Json, { identity }: Config): Promise<TriggerEvent[] | null> {
  const documents = Array.isArray(body) ? body : [body];
  if (documents.length === 0 || documents.length > 100 || !documents.every(isJsonObject)) return null;
  return Promise.all(documents.map((document) => eventOf(document as Row, identity)));
}

export default defineNode<Config>({
  id: 'vtex.master-data-trigger',
  version: 1,
  group: 'vtex',
  area: 'customers',
  name: { en: 'Master Data trigger', es: 'Disparador de Master Data', pt: 'Gatilho do Master Data' },
  help: {
    en: 'Starts the flow when a trigger of Master Data calls its address: a customer who was added or changed, say. Publish the flow, copy the address from its triggers, and enter it in the VTEX Admin at Master Data → Triggers as an HTTP request (POST, JSON) with the fields you want as rows. Send along the id and the date of the change: then a call that VTEX repeats starts nothing.',
    es: 'Inicia el flujo cuando un disparador de Master Data llama a su dirección: por ejemplo, por un cliente nuevo o modificado. Publique el flujo, copie la dirección desde sus disparadores y cárguela en el Admin de VTEX, en Master Data → Triggers, como solicitud HTTP (POST, JSON) con los campos que quiere como filas. Envíe también el id y la fecha del cambio: así, una llamada que VTEX repite no inicia nada.',
    pt: 'Inicia o fluxo quando um gatilho do Master Data chama o endereço dele: por exemplo, por um cliente novo ou alterado. Publique o fluxo, copie o endereço em seus gatilhos e informe-o no Admin da VTEX, em Master Data → Triggers, como requisição HTTP (POST, JSON) com os campos que quer como linhas. Envie também o id e a data da mudança: assim, uma chamada que a VTEX repete não inicia nada.',
  },
  keywords: [
    ...[
      'vtex',
      'trigger',
      'webhook',
      'customer changed',
      'new customer',
      'newsletter',
      'form',
      'dataentities',
    ],
    ...['disparador', 'cliente nuevo', 'formulario', 'registro'],
    ...['gatilho', 'cliente novo', 'novo cliente', 'formulário', 'cadastro'],
  ],
  fields: {
    identity: {
      kind: 'expression',
      advanced: true,
      placeholder: usualIdentity,
      name: {
        en: 'What two calls about one change have in common',
        es: 'Qué tienen en común dos llamadas por un mismo cambio',
        pt: 'O que duas chamadas sobre uma mesma mudança têm em comum',
      },
      help: {
        en: 'Empty: the id and the date of the change, where both are sent; else every call counts.',
        es: 'Vacío: el id y la fecha del cambio, si se envían ambos; si no, cada llamada cuenta.',
        pt: 'Vazio: o id e a data da mudança, se ambos forem enviados; senão, cada chamada conta.',
      },
    },
    example: exampleField(example),
  },
  behaviour: {
    kind: 'source',
    called: true,
    trigger: { address: true, receive },
    read: readExamples(example),
  },
  example: {
    config: {},
    input: [],
    output: { out: [JSON.parse(example)] },
  },
});

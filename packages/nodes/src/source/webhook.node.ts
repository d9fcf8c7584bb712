// Starts a flow when another system calls the flow's own address. The call is stored before it is answered.
import { defineNode, type Fields } from '@eclusa/flow';
import { exampleField, readExamples } from './example-rows';
import { answerHook, usualWait, type WebhookConfig } from './webhook-call';

const example = '{\n  "pedido": "1001",\n  "status": "faturado"\n}';

const fields: Fields = {
  verify: {
    kind: 'choice',
    default: 'signed',
    name: {
      en: 'How calls prove who they are from',
      es: 'Cómo demuestran las llamadas de quién son',
      pt: 'Como as chamadas comprovam de quem são',
    },
    help: {
      en: 'Without a signature, whoever knows the address can start the flow. Nobody can guess it, but it may be passed on.',
      es: 'Sin firma, quien conozca la dirección puede iniciar el flujo. Nadie puede adivinarla, pero puede circular.',
      pt: 'Sem assinatura, quem conhecer o endereço pode iniciar o fluxo. Ninguém consegue adivinhá-lo, mas ele pode ser repassado.',
    },
    choices: [
      {
        value: 'signed',
        name: {
          en: 'Signature, secret or password',
          es: 'Firma, secreto o contraseña',
          pt: 'Assinatura, segredo ou senha',
        },
      },
      {
        value: 'none',
        name: { en: 'The address alone', es: 'Solo la dirección', pt: 'Só o endereço' },
      },
    ],
  },
  connection: {
    kind: 'connection',
    accepts: ['webhook'],
    required: true,
    when: { field: 'verify', is: ['signed'] },
    name: { en: 'Signature', es: 'Firma', pt: 'Assinatura' },
    help: {
      en: 'How the other system signs its calls, and the secret it shares with Eclusa.',
      es: 'Cómo firma el otro sistema sus llamadas y el secreto que comparte con Eclusa.',
      pt: 'Como o outro sistema assina as chamadas e o segredo que ele compartilha com a Eclusa.',
    },
  },
  methods: {
    kind: 'choice',
    default: 'post',
    advanced: true,
    name: { en: 'Methods', es: 'Métodos', pt: 'Métodos' },
    help: {
      en: 'A call with another method is refused with 405.',
      es: 'Una llamada con otro método se rechaza con 405.',
      pt: 'Uma chamada com outro método é recusada com 405.',
    },
    choices: [
      { value: 'post', name: { en: 'POST', es: 'POST', pt: 'POST' } },
      { value: 'any', name: { en: 'POST, PUT, PATCH', es: 'POST, PUT, PATCH', pt: 'POST, PUT, PATCH' } },
      { value: 'get', name: { en: 'GET and POST', es: 'GET y POST', pt: 'GET e POST' } },
    ],
  },
  rows: {
    kind: 'expression',
    advanced: true,
    placeholder: 'pedidos',
    name: { en: 'Where the rows are', es: 'Dónde están las filas', pt: 'Onde estão as linhas' },
    help: {
      en: 'Empty: the body itself, an object or a list of up to 500 objects.',
      es: 'Vacío: el propio cuerpo, un objeto o una lista de hasta 500 objetos.',
      pt: 'Vazio: o próprio corpo, um objeto ou uma lista de até 500 objetos.',
    },
  },
  idHeader: {
    kind: 'text',
    advanced: true,
    placeholder: 'X-Event-Id',
    name: {
      en: 'Header with the id of the call',
      es: 'Cabecera con el id de la llamada',
      pt: 'Cabeçalho com o id da chamada',
    },
    help: {
      en: 'A call that comes again with the same id starts nothing. Empty: the id of the signature’s scheme, where it has one; else every call counts.',
      es: 'Una llamada que vuelve con el mismo id no inicia nada. Vacío: el id del esquema de firma, si lo tiene; si no, cada llamada cuenta.',
      pt: 'Uma chamada que volta com o mesmo id não inicia nada. Vazio: o id do esquema de assinatura, se houver; senão, cada chamada conta.',
    },
  },
  reply: {
    kind: 'choice',
    default: 'now',
    name: {
      en: 'What the call is answered',
      es: 'Qué se responde a la llamada',
      pt: 'O que responde à chamada',
    },
    help: {
      en: 'What the flow answers comes from its box “Answer the caller”. With the second choice each call is a run of its own.',
      es: 'Lo que responde el flujo viene de su caja «Responder a quien llama». Con la segunda opción cada llamada es una ejecución propia.',
      pt: 'O que o fluxo responde vem da caixa “Responder a quem chama”. Com a segunda opção cada chamada é uma execução própria.',
    },
    choices: [
      {
        value: 'now',
        name: {
          en: 'At once, that it was taken',
          es: 'Enseguida, que se recibió',
          pt: 'Na hora, que foi recebida',
        },
      },
      {
        value: 'flow',
        name: { en: 'What the flow answers', es: 'Lo que responde el flujo', pt: 'O que o fluxo responde' },
      },
    ],
  },
  waitSeconds: {
    kind: 'number',
    default: usualWait,
    min: 1,
    max: 30,
    integer: true,
    when: { field: 'reply', is: ['flow'] },
    unit: { en: 'seconds', es: 'segundos', pt: 'segundos' },
    name: { en: 'Wait at most', es: 'Esperar como máximo', pt: 'Esperar no máximo' },
    help: {
      en: 'When the flow has not answered by then, or answers nothing, the call gets the status and body below; the run goes on.',
      es: 'Si para entonces el flujo no respondió, o no responde nada, la llamada recibe el estado y el cuerpo de abajo; la ejecución continúa.',
      pt: 'Se até lá o fluxo não respondeu, ou não responde nada, a chamada recebe o status e o corpo abaixo; a execução continua.',
    },
  },
  status: {
    kind: 'number',
    default: 202,
    min: 200,
    max: 299,
    advanced: true,
    name: { en: 'Status of the answer', es: 'Estado de la respuesta', pt: 'Status da resposta' },
    help: {
      en: 'What a call that was taken is answered with. Some systems only accept 200.',
      es: 'Con qué se responde a una llamada recibida. Algunos sistemas solo aceptan 200.',
      pt: 'O que responde a uma chamada recebida. Alguns sistemas só aceitam 200.',
    },
  },
  text: {
    kind: 'text',
    multiline: true,
    advanced: true,
    placeholder: '{ "ok": true }',
    name: { en: 'Body of the answer', es: 'Cuerpo de la respuesta', pt: 'Corpo da resposta' },
    help: {
      en: 'Sent at once, as soon as the call is stored. Empty: how many rows were taken.',
      es: 'Se envía enseguida, en cuanto la llamada queda guardada. Vacío: cuántas filas se recibieron.',
      pt: 'É enviado na hora, assim que a chamada fica guardada. Vazio: quantas linhas foram recebidas.',
    },
  },
  example: exampleField(example),
};

export default defineNode<WebhookConfig>({
  id: 'source.webhook',
  version: 1,
  group: 'source',
  name: {
    en: 'When an address is called',
    es: 'Cuando llaman a una dirección',
    pt: 'Quando um endereço é chamado',
  },
  help: {
    en: 'Starts the flow when another system calls the flow’s own address: a webhook. Publish the flow, copy the address from its triggers, and enter it in the other system. Takes JSON, forms, XML and CSV of up to 256 kB. What does not prove who it is from is refused, and nothing runs.',
    es: 'Inicia el flujo cuando otro sistema llama a la dirección propia del flujo: un webhook. Publique el flujo, copie la dirección desde sus disparadores y cárguela en el otro sistema. Recibe JSON, formularios, XML y CSV de hasta 256 kB. Lo que no demuestra de quién es se rechaza y no se ejecuta nada.',
    pt: 'Inicia o fluxo quando outro sistema chama o endereço do próprio fluxo: um webhook. Publique o fluxo, copie o endereço em seus gatilhos e informe-o no outro sistema. Recebe JSON, formulários, XML e CSV de até 256 kB. O que não comprova de quem é é recusado, e nada é executado.',
  },
  keywords: [
    ...[
      'webhook',
      'hook',
      'callback',
      'http',
      'post',
      'api',
      'trigger',
      'event',
      'push',
      'github',
      'shopify',
      'stripe',
    ],
    ...['disparador', 'evento', 'llamada', 'gatilho', 'chamada', 'assinatura', 'firma', 'hmac'],
  ],
  fields,
  behaviour: {
    kind: 'source',
    called: true,
    trigger: { address: true, answer: answerHook },
    read: readExamples(example),
  },
  example: {
    config: { verify: 'none', example },
    input: [],
    output: { out: [JSON.parse(example)] },
  },
});

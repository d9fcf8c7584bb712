// The form of the box that notifies a chat or a system. Data only.
import type { Fields } from '@eclusa/flow';

const many = { field: 'each', is: ['rows'] };
const written = { field: 'format', is: ['text', 'teams'] };

const places = {
  en: 'Places in double braces are filled: of a message about many rows {{count}}, {{first.field}} and {{$params.name}}; of one about a single row its fields.',
  es: 'Se llenan los lugares entre dos llaves: de un mensaje sobre varias filas {{count}}, {{first.campo}} y {{$params.nombre}}; de uno sobre una sola fila, sus campos.',
  pt: 'São preenchidos os lugares entre duas chaves: de uma mensagem sobre várias linhas {{count}}, {{first.campo}} e {{$params.nome}}; de uma sobre uma só linha, os campos dela.',
};

export const notifyFields: Fields = {
  connection: {
    kind: 'connection',
    required: true,
    accepts: ['outgoing-webhook'],
    name: { en: 'Where to', es: 'A dónde', pt: 'Para onde' },
    help: {
      en: 'The webhook address of the chat or system, such as that of a channel for operations.',
      es: 'La dirección del webhook del chat o sistema, como la de un canal de operaciones.',
      pt: 'O endereço do webhook do chat ou sistema, como o de um canal de operações.',
    },
  },
  each: {
    kind: 'choice',
    default: 'run',
    name: { en: 'How many messages', es: 'Cuántos mensajes', pt: 'Quantas mensagens' },
    help: {
      en: 'A run without rows here sends none. Messages about single rows are limited, so that a bad night does not fill a channel.',
      es: 'Una ejecución sin filas aquí no envía ninguno. Los mensajes por fila tienen un límite, para que una mala noche no llene un canal.',
      pt: 'Uma execução sem linhas aqui não envia nenhuma. Mensagens por linha têm um limite, para que uma noite ruim não encha um canal.',
    },
    choices: [
      {
        value: 'run',
        name: {
          en: 'One about all rows of a run',
          es: 'Uno por ejecución, sobre todas las filas',
          pt: 'Uma por execução, sobre todas as linhas',
        },
      },
      {
        value: 'rows',
        name: {
          en: 'One for every few rows',
          es: 'Uno cada cierta cantidad de filas',
          pt: 'Uma a cada tantas linhas',
        },
      },
    ],
  },
  size: {
    kind: 'number',
    default: 1,
    min: 1,
    max: 1000,
    integer: true,
    when: many,
    unit: { en: 'rows', es: 'filas', pt: 'linhas' },
    name: { en: 'Rows of one message', es: 'Filas por mensaje', pt: 'Linhas por mensagem' },
    help: {
      en: '1 sends a message for each row, 50 one for every fifty.',
      es: '1 envía un mensaje por fila, 50 uno cada cincuenta.',
      pt: '1 envia uma mensagem por linha, 50 uma a cada cinquenta.',
    },
  },
  format: {
    kind: 'choice',
    default: 'text',
    name: { en: 'Form of the message', es: 'Forma del mensaje', pt: 'Forma da mensagem' },
    help: {
      en: 'Each chat wants its own. Words in rows that would call everybody, such as @channel, call nobody.',
      es: 'Cada chat quiere la suya. Las palabras de las filas que llamarían a todos, como @channel, no llaman a nadie.',
      pt: 'Cada chat quer a sua. Palavras das linhas que chamariam todos, como @channel, não chamam ninguém.',
    },
    choices: [
      {
        value: 'text',
        name: {
          en: 'Text (Slack, Google Chat, Mattermost)',
          es: 'Texto (Slack, Google Chat, Mattermost)',
          pt: 'Texto (Slack, Google Chat, Mattermost)',
        },
      },
      {
        value: 'teams',
        name: {
          en: 'Card (Microsoft Teams)',
          es: 'Tarjeta (Microsoft Teams)',
          pt: 'Cartão (Microsoft Teams)',
        },
      },
      {
        value: 'json',
        name: {
          en: 'JSON with fields of your own',
          es: 'JSON con sus propios campos',
          pt: 'JSON com campos seus',
        },
      },
    ],
  },
  title: {
    kind: 'text',
    places: true,
    maxLength: 500,
    placeholder: '{{count}} pedidos com falha',
    when: { field: 'format', is: ['teams'] },
    name: { en: 'Title', es: 'Título', pt: 'Título' },
    help: {
      en: 'The bold line of the card, such as {{count}} orders failed. None when empty.',
      es: 'La línea en negrita de la tarjeta, como {{count}} pedidos fallaron. Ninguna si queda vacío.',
      pt: 'A linha em negrito do cartão, como {{count}} pedidos falharam. Nenhuma se ficar vazio.',
    },
  },
  text: {
    kind: 'text',
    places: true,
    required: true,
    multiline: true,
    maxLength: 8_000,
    placeholder: '{{count}} pedidos com falha. O primeiro: {{first.orderId}}',
    when: written,
    name: { en: 'Text', es: 'Texto', pt: 'Texto' },
    help: places,
  },
  mapping: {
    kind: 'mapping',
    required: true,
    when: { field: 'format', is: ['json'] },
    name: { en: 'Fields', es: 'Campos', pt: 'Campos' },
    help: {
      en: 'The members of the JSON and where they come from: count, first and rows (the first hundred) of a message about many rows, the fields of the row of one about a single row.',
      es: 'Los miembros del JSON y de dónde vienen: count, first y rows (las primeras cien) en un mensaje sobre varias filas; los campos de la fila en uno sobre una sola.',
      pt: 'Os membros do JSON e de onde vêm: count, first e rows (as primeiras cem) em uma mensagem sobre várias linhas; os campos da linha em uma sobre uma só.',
    },
  },
  most: {
    kind: 'number',
    default: 20,
    min: 1,
    max: 200,
    integer: true,
    when: many,
    name: {
      en: 'Messages in a run at most',
      es: 'Mensajes por ejecución como máximo',
      pt: 'Mensagens por execução no máximo',
    },
    help: {
      en: 'Further rows leave without a message, and their field sent says false.',
      es: 'Las demás filas salen sin mensaje y su campo sent dice false.',
      pt: 'As demais linhas saem sem mensagem, e o campo sent diz false.',
    },
  },
};

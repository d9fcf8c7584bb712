// The form of the box that sends messages to a broker.
import type { Fields } from '@eclusa/flow';

const delivery: Fields = {
  mandatory: {
    kind: 'toggle',
    default: true,
    advanced: true,
    name: {
      en: 'Fail when no queue takes it',
      es: 'Fallar si ninguna cola lo toma',
      pt: 'Falhar se nenhuma fila a recebe',
    },
    help: {
      en: 'Without it the broker drops a message whose key fits no queue, and nobody is told, such as after a typing mistake in the key.',
      es: 'Sin esto el servidor descarta un mensaje cuya clave no corresponde a ninguna cola y nadie se entera, por ejemplo por un error de tipeo en la clave.',
      pt: 'Sem isso o servidor descarta uma mensagem cuja chave não serve a nenhuma fila, e ninguém fica sabendo, por exemplo por um erro de digitação na chave.',
    },
  },
  persistent: {
    kind: 'toggle',
    default: true,
    advanced: true,
    name: { en: 'Keep on disk', es: 'Guardar en disco', pt: 'Guardar em disco' },
    help: {
      en: 'The message outlives a restart of the broker, such as for an update. Off is faster.',
      es: 'El mensaje sobrevive a un reinicio del servidor, como en una actualización. Desactivado es más rápido.',
      pt: 'A mensagem sobrevive a uma reinicialização do servidor, como em uma atualização. Desligado é mais rápido.',
    },
  },
  repeat: {
    kind: 'choice',
    default: 'again',
    advanced: true,
    name: {
      en: 'When the answer was lost',
      es: 'Si se perdió la respuesta',
      pt: 'Quando a resposta se perdeu',
    },
    help: {
      en: 'After a crash nobody knows whether the broker took the message. One that is sent again has the same message id, such as m-1.',
      es: 'Después de una caída nadie sabe si el servidor tomó el mensaje. El que se envía otra vez lleva el mismo id de mensaje, como m-1.',
      pt: 'Depois de uma queda ninguém sabe se o servidor recebeu a mensagem. A que é enviada de novo leva o mesmo id de mensagem, como m-1.',
    },
    choices: [
      {
        value: 'again',
        name: { en: 'Send it again', es: 'Enviarlo de nuevo', pt: 'Enviar de novo' },
        help: {
          en: 'For receivers that know a message by its id.',
          es: 'Para receptores que reconocen un mensaje por su id.',
          pt: 'Para quem recebe e reconhece uma mensagem pelo id.',
        },
      },
      {
        value: 'unknown',
        name: { en: 'A person looks', es: 'Una persona revisa', pt: 'Uma pessoa confere' },
        help: {
          en: 'The row waits in the run as "in doubt".',
          es: 'La fila espera en la ejecución como «en duda».',
          pt: 'A linha espera na execução como "em dúvida".',
        },
      },
    ],
  },
};

export const amqpOutputFields: Fields = {
  connection: {
    kind: 'connection',
    required: true,
    accepts: ['amqp'],
    name: { en: 'Message broker', es: 'Servidor de mensajes', pt: 'Servidor de mensagens' },
    help: {
      en: 'The broker that gets the messages and how to sign in, such as rabbit.example.com.',
      es: 'El servidor que recibe los mensajes y cómo entrar, como rabbit.example.com.',
      pt: 'O servidor que recebe as mensagens e como entrar, como rabbit.example.com.',
    },
  },
  exchange: {
    kind: 'text',
    maxLength: 255,
    placeholder: 'erp',
    name: { en: 'Exchange', es: 'Exchange', pt: 'Exchange' },
    help: {
      en: 'Where the broker sorts the messages into queues, such as erp. Empty: the routing key is the name of a queue.',
      es: 'Donde el servidor reparte los mensajes en colas, como erp. Vacío: la clave de ruteo es el nombre de una cola.',
      pt: 'Onde o servidor distribui as mensagens em filas, como erp. Vazio: a chave de roteamento é o nome de uma fila.',
    },
  },
  routingKey: {
    kind: 'expression',
    required: true,
    placeholder: '"pedidos." & status',
    name: { en: 'Routing key', es: 'Clave de ruteo', pt: 'Chave de roteamento' },
    help: {
      en: 'From the row, such as "pedidos." & status. A fixed one stands in quotes: "pedidos".',
      es: 'De la fila, como "pedidos." & status. Una fija va entre comillas: "pedidos".',
      pt: 'Da linha, como "pedidos." & status. Uma fixa vai entre aspas: "pedidos".',
    },
  },
  body: {
    kind: 'expression',
    default: '$',
    name: { en: 'Content', es: 'Contenido', pt: 'Conteúdo' },
    help: {
      en: 'What is sent as JSON; $ is the whole row. A text is sent as it is when the content type is not JSON.',
      es: 'Lo que se envía como JSON; $ es la fila entera. Un texto se envía tal cual si el tipo de contenido no es JSON.',
      pt: 'O que é enviado como JSON; $ é a linha inteira. Um texto é enviado como está quando o tipo de conteúdo não é JSON.',
    },
  },
  contentType: {
    kind: 'text',
    default: 'application/json',
    maxLength: 100,
    name: { en: 'Content type', es: 'Tipo de contenido', pt: 'Tipo de conteúdo' },
    help: {
      en: 'As the receiver wants it, such as application/json or application/xml.',
      es: 'Como lo espera el receptor, por ejemplo application/json o application/xml.',
      pt: 'Como quem recebe espera, por exemplo application/json ou application/xml.',
    },
  },
  messageId: {
    kind: 'expression',
    placeholder: 'orderId & "-" & status',
    name: { en: 'Message id', es: 'Id del mensaje', pt: 'Id da mensagem' },
    help: {
      en: 'By which receivers know a message that comes twice, such as orderId & "-" & status. Empty: made from the content, so equal messages have equal ids.',
      es: 'Con él los receptores reconocen un mensaje que llega dos veces, como orderId & "-" & status. Vacío: se calcula del contenido, así mensajes iguales tienen el mismo id.',
      pt: 'Por ele quem recebe reconhece uma mensagem que chega duas vezes, como orderId & "-" & status. Vazio: é calculado do conteúdo, e mensagens iguais têm o mesmo id.',
    },
  },
  headers: {
    kind: 'table',
    advanced: true,
    name: { en: 'Headers', es: 'Encabezados', pt: 'Cabeçalhos' },
    help: {
      en: 'Sent beside the content, for example loja = "sul"; some exchanges sort by them.',
      es: 'Van junto al contenido, por ejemplo loja = "sur"; algunos exchanges reparten según ellos.',
      pt: 'Vão junto do conteúdo, por exemplo loja = "sul"; alguns exchanges distribuem por eles.',
    },
    columns: {
      name: {
        kind: 'text',
        required: true,
        placeholder: 'loja',
        name: { en: 'Name', es: 'Nombre', pt: 'Nome' },
      },
      value: {
        kind: 'expression',
        required: true,
        placeholder: '"sul"',
        name: { en: 'Value', es: 'Valor', pt: 'Valor' },
      },
    },
  },
  ...delivery,
};

// The forms of the boxes that read a message queue: in runs of their own accord, or to start runs.
import type { Fields } from '@eclusa/flow';
import { exampleField } from './example-rows';

export const amqpSourceFields: Fields = {
  connection: {
    kind: 'connection',
    required: true,
    accepts: ['amqp'],
    name: { en: 'Message broker', es: 'Servidor de mensajes', pt: 'Servidor de mensagens' },
    help: {
      en: 'The broker the queue lies in and how to sign in, such as rabbit.example.com.',
      es: 'El servidor donde está la cola y cómo entrar, como rabbit.example.com.',
      pt: 'O servidor em que a fila está e como entrar, como rabbit.example.com.',
    },
  },
  queue: {
    kind: 'text',
    required: true,
    maxLength: 255,
    placeholder: 'pedidos',
    name: { en: 'Queue', es: 'Cola', pt: 'Fila' },
    help: {
      en: 'Its name, such as pedidos. It has to be there: Eclusa makes no queue.',
      es: 'Su nombre, como pedidos. Tiene que existir: Eclusa no crea colas.',
      pt: 'O nome dela, como pedidos. Ela precisa existir: a Eclusa não cria filas.',
    },
  },
  content: {
    kind: 'choice',
    default: 'json',
    name: { en: 'Content of a message', es: 'Contenido de un mensaje', pt: 'Conteúdo de uma mensagem' },
    help: {
      en: 'It is in the field body of the row: with JSON as the value it holds, such as body.numero.',
      es: 'Está en el campo body de la fila: con JSON, como el valor que contiene, por ejemplo body.numero.',
      pt: 'Fica no campo body da linha: com JSON, como o valor que contém, por exemplo body.numero.',
    },
    choices: [
      { value: 'json', name: { en: 'JSON', es: 'JSON', pt: 'JSON' } },
      { value: 'text', name: { en: 'Text', es: 'Texto', pt: 'Texto' } },
    ],
  },
  most: {
    kind: 'number',
    default: 100_000,
    min: 1,
    max: 10_000_000,
    integer: true,
    advanced: true,
    unit: { en: 'messages', es: 'mensajes', pt: 'mensagens' },
    name: { en: 'Most in a run', es: 'Máximo por ejecución', pt: 'Máximo por execução' },
    help: {
      en: 'After so many the run ends, though more wait, such as 100000. The next run goes on with them.',
      es: 'Después de esa cantidad la ejecución termina aunque esperen más, como 100000. La siguiente sigue con ellos.',
      pt: 'Depois dessa quantidade a execução termina, mesmo que mais esperem, como 100000. A próxima continua com elas.',
    },
  },
  atOnce: {
    kind: 'number',
    default: 500,
    min: 1,
    max: 1_000,
    integer: true,
    advanced: true,
    unit: { en: 'messages', es: 'mensajes', pt: 'mensagens' },
    name: { en: 'Held at once', es: 'A la vez', pt: 'De cada vez' },
    help: {
      en: 'Fewer for large messages, such as 20 when each has some megabytes: so many are held in memory.',
      es: 'Menos para mensajes grandes, como 20 si cada uno pesa algunos megabytes: esa cantidad se mantiene en memoria.',
      pt: 'Menos para mensagens grandes, como 20 quando cada uma tem alguns megabytes: essa quantidade fica na memória.',
    },
  },
  silenceSeconds: {
    kind: 'number',
    default: 2,
    min: 1,
    max: 60,
    advanced: true,
    unit: { en: 'seconds', es: 'segundos', pt: 'segundos' },
    name: { en: 'Empty after', es: 'Vacía después de', pt: 'Vazia depois de' },
    help: {
      en: 'When no message comes for this time, such as 2 seconds, the queue counts as empty and the run ends.',
      es: 'Si en este tiempo no llega ningún mensaje, como 2 segundos, la cola cuenta como vacía y la ejecución termina.',
      pt: 'Se nesse tempo nenhuma mensagem chegar, como 2 segundos, a fila conta como vazia e a execução termina.',
    },
  },
  maxRecordKilobytes: {
    kind: 'number',
    default: 1024,
    min: 1,
    max: 16_384,
    integer: true,
    advanced: true,
    unit: { en: 'kB', es: 'kB', pt: 'kB' },
    name: { en: 'Largest message', es: 'Mensaje más grande', pt: 'Maior mensagem' },
    help: {
      en: 'A larger one, packed or unpacked, goes to the failed rows. Example: 1024.',
      es: 'Uno más grande, comprimido o no, va a las filas fallidas. Ejemplo: 1024.',
      pt: 'Uma maior, compactada ou não, vai para as linhas com falha. Exemplo: 1024.',
    },
  },
};

const { connection, queue, content, maxRecordKilobytes } = amqpSourceFields as Record<string, Fields[string]>;

/** `example`: a row as JSON. */
export const amqpTriggerFields = (example: string): Fields => ({
  ...({ connection, queue, content } as Fields),
  gatherSeconds: {
    kind: 'number',
    default: 0.2,
    min: 0,
    max: 60,
    advanced: true,
    unit: { en: 'seconds', es: 'segundos', pt: 'segundos' },
    name: { en: 'Gather messages for', es: 'Reunir mensajes durante', pt: 'Juntar mensagens por' },
    help: {
      en: 'After the first message so long is waited for more, and all of them start one run. Example: 5 for fewer and larger runs.',
      es: 'Tras el primer mensaje se espera ese tiempo por más, y todos inician una sola ejecución. Ejemplo: 5 para menos ejecuciones y más grandes.',
      pt: 'Depois da primeira mensagem se espera esse tempo por mais, e todas iniciam uma só execução. Exemplo: 5 para menos execuções, e maiores.',
    },
  },
  atOnce: {
    kind: 'number',
    default: 100,
    min: 1,
    max: 500,
    integer: true,
    advanced: true,
    unit: { en: 'messages', es: 'mensajes', pt: 'mensagens' },
    name: { en: 'Most in a run', es: 'Máximo por ejecución', pt: 'Máximo por execução' },
    help: {
      en: 'So many messages start one run at most, and twice as many are held in memory, such as 100. Fewer for large messages.',
      es: 'Como máximo esa cantidad inicia una ejecución, y el doble se mantiene en memoria, como 100. Menos para mensajes grandes.',
      pt: 'No máximo essa quantidade inicia uma execução, e o dobro fica na memória, como 100. Menos para mensagens grandes.',
    },
  },
  maxRecordKilobytes: {
    ...(maxRecordKilobytes as Fields[string]),
    help: {
      en: 'Of a larger one, packed or unpacked, the beginning comes as a row, with the reason in its field fault. Example: 1024.',
      es: 'De uno más grande, comprimido o no, llega el comienzo como una fila, con el motivo en su campo fault. Ejemplo: 1024.',
      pt: 'De uma maior, compactada ou não, chega o começo como uma linha, com o motivo no campo fault. Exemplo: 1024.',
    },
  },
  example: exampleField(example),
});

// A message broker that speaks AMQP 0-9-1, such as RabbitMQ.
import { defineConnection, sentences, type Field } from '@eclusa/flow';
import { openBroker } from '../amqp/connect';
import { hostField, portField, signIn } from './server-fields';

const certificateField: Field = {
  kind: 'text',
  multiline: true,
  advanced: true,
  maxLength: 20_000,
  when: { field: 'security', is: ['tls'] },
  name: { en: 'Certificate of the server', es: 'Certificado del servidor', pt: 'Certificado do servidor' },
  help: {
    en: 'For a server whose certificate nobody else vouches for: the text that begins with -----BEGIN CERTIFICATE-----.',
    es: 'Para un servidor cuyo certificado nadie más avala: el texto que empieza con -----BEGIN CERTIFICATE-----.',
    pt: 'Para um servidor cujo certificado ninguém mais garante: o texto que começa com -----BEGIN CERTIFICATE-----.',
  },
};

export default defineConnection({
  id: 'amqp',
  name: { en: 'RabbitMQ (AMQP)', es: 'RabbitMQ (AMQP)', pt: 'RabbitMQ (AMQP)' },
  help: {
    en: 'A message broker such as RabbitMQ, in which your systems leave messages for each other.',
    es: 'Un servidor de mensajes como RabbitMQ, donde sus sistemas se dejan mensajes unos a otros.',
    pt: 'Um servidor de mensagens como o RabbitMQ, em que os seus sistemas deixam mensagens uns para os outros.',
  },
  fields: {
    host: hostField('rabbit.example.com'),
    ...signIn,
    vhost: {
      kind: 'text',
      default: '/',
      maxLength: 255,
      placeholder: '/',
      name: { en: 'Virtual host', es: 'Host virtual', pt: 'Host virtual' },
      help: {
        en: 'The part of the broker that is yours, such as erp. A stroke (/) is the usual one.',
        es: 'La parte del servidor que es suya, como erp. Una barra (/) es la habitual.',
        pt: 'A parte do servidor que é sua, como erp. Uma barra (/) é a usual.',
      },
    },
    security: {
      kind: 'choice',
      default: 'tls',
      name: { en: 'Protection', es: 'Protección', pt: 'Proteção' },
      help: {
        en: 'Without TLS, anybody on the way reads password and messages. Choose None only within your own network.',
        es: 'Sin TLS, cualquiera en el camino lee la contraseña y los mensajes. Elija Ninguna solo dentro de su propia red.',
        pt: 'Sem TLS, qualquer um no caminho lê a senha e as mensagens. Escolha Nenhuma só dentro da sua própria rede.',
      },
      choices: [
        { value: 'tls', name: { en: 'TLS (AMQPS)', es: 'TLS (AMQPS)', pt: 'TLS (AMQPS)' } },
        { value: 'none', name: { en: 'None', es: 'Ninguna', pt: 'Nenhuma' } },
      ],
    },
    certificate: certificateField,
    port: portField(5671),
  },
  async test({ connection, reach }) {
    const { name, model } = await openBroker(connection, { reach });
    const { product, version } = model.connection.serverProperties;
    await model.close().catch(() => undefined);
    return sentences('connections.broker-answered', { server: name, product: `${product} ${version}` });
  },
});

// What the forms of both GraphQL boxes ask.
import type { Field } from '@eclusa/flow';

export const connectionField: Field = {
  kind: 'connection',
  accepts: ['http'],
  required: true,
  name: { en: 'GraphQL server', es: 'Servidor GraphQL', pt: 'Servidor GraphQL' },
  help: {
    en: 'The HTTP connection with the server’s address and how to sign in.',
    es: 'La conexión HTTP con la dirección del servidor y cómo entrar.',
    pt: 'A conexão HTTP com o endereço do servidor e como entrar.',
  },
};

export const pathField: Field = {
  kind: 'text',
  default: '/graphql',
  maxLength: 500,
  advanced: true,
  name: { en: 'Path', es: 'Ruta', pt: 'Caminho' },
  help: {
    en: 'Comes after the connection’s base address.',
    es: 'Va después de la dirección base de la conexión.',
    pt: 'Vem depois do endereço base da conexão.',
  },
};

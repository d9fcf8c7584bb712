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

export const timeoutField: Field = {
  kind: 'number',
  default: 60,
  min: 1,
  max: 600,
  advanced: true,
  unit: { en: 'seconds', es: 'segundos', pt: 'segundos' },
  name: { en: 'Longest wait', es: 'Espera máxima', pt: 'Espera máxima' },
  help: {
    en: 'An answer that takes longer counts as none; the call is then tried again where that is safe.',
    es: 'Una respuesta que tarda más cuenta como ninguna; la llamada se repite entonces donde es seguro.',
    pt: 'Uma resposta que demora mais conta como nenhuma; a chamada é então repetida onde isso é seguro.',
  },
};

export const sizeLimitField: Field = {
  kind: 'number',
  default: 20,
  min: 1,
  max: 200,
  advanced: true,
  unit: { en: 'MB', es: 'MB', pt: 'MB' },
  name: { en: 'Largest answer', es: 'Respuesta máxima', pt: 'Maior resposta' },
  help: {
    en: 'A larger answer is refused, so that one call cannot fill the memory. Ask for smaller pages first.',
    es: 'Una respuesta mayor se rechaza, para que una llamada no llene la memoria. Pida primero páginas más chicas.',
    pt: 'Uma resposta maior é recusada, para que uma chamada não encha a memória. Peça antes páginas menores.',
  },
};

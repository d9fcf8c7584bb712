// What the forms of servers with files have in common.
import type { Field, Fields } from '@eclusa/flow';

/** The name or address of the server. */
export const hostField = (placeholder: string): Field => ({
  kind: 'text',
  required: true,
  placeholder,
  pattern: '^[A-Za-z0-9._:\\[\\]-]+$',
  name: { en: 'Host', es: 'Servidor', pt: 'Servidor' },
  help: {
    en: `Its name or address without a protocol, such as ${placeholder}.`,
    es: `Su nombre o dirección sin protocolo, como ${placeholder}.`,
    pt: `O nome ou endereço dele sem protocolo, como ${placeholder}.`,
  },
});

/** The port, where it is not the usual one. */
export const portField = (usual: number): Field => ({
  kind: 'number',
  min: 1,
  max: 65_535,
  integer: true,
  advanced: true,
  name: { en: 'Port', es: 'Puerto', pt: 'Porta' },
  help: {
    en: `${usual} when empty.`,
    es: `${usual} si queda vacío.`,
    pt: `${usual} se ficar vazio.`,
  },
});

export const signIn: Fields = {
  username: {
    kind: 'text',
    required: true,
    placeholder: 'eclusa',
    name: { en: 'User', es: 'Usuario', pt: 'Usuário' },
    help: {
      en: 'As the operator of the server gave it to you, such as eclusa.',
      es: 'Como se lo dio el operador del servidor, como eclusa.',
      pt: 'Como o operador do servidor informou, como eclusa.',
    },
  },
  password: {
    kind: 'secret',
    name: { en: 'Password', es: 'Contraseña', pt: 'Senha' },
  },
};

/** Flows stay below it. */
export const rootField: Field = {
  kind: 'text',
  placeholder: '/erp/saida',
  name: { en: 'Folder', es: 'Carpeta', pt: 'Pasta' },
  help: {
    en: 'Flows stay below this folder, such as /erp/saida. When empty, the one the server opens after sign-in.',
    es: 'Los flujos se quedan dentro de esta carpeta, como /erp/salida. Si queda vacío, la que el servidor abre al entrar.',
    pt: 'Os fluxos ficam dentro desta pasta, como /erp/saida. Se ficar vazio, a que o servidor abre ao entrar.',
  },
};

// A server with files that speaks SFTP: user with password or key, and the key the server itself must show.
import { defineConnection } from '@eclusa/flow';
import { hostField, portField, rootField, signIn } from './server-fields';
import { tryStore } from './store-test';

export default defineConnection({
  id: 'sftp',
  name: { en: 'SFTP server', es: 'Servidor SFTP', pt: 'Servidor SFTP' },
  help: {
    en: 'A server on which your ERP leaves files, or fetches them, over SSH.',
    es: 'Un servidor donde su ERP deja archivos, o los busca, por SSH.',
    pt: 'Um servidor em que o seu ERP deixa arquivos, ou os busca, por SSH.',
  },
  fields: {
    host: hostField('sftp.example.com'),
    ...signIn,
    privateKey: {
      kind: 'secret',
      name: { en: 'Private key', es: 'Clave privada', pt: 'Chave privada' },
      help: {
        en: 'Instead of a password: the whole text that begins with -----BEGIN OPENSSH PRIVATE KEY-----.',
        es: 'En lugar de la contraseña: el texto completo que empieza con -----BEGIN OPENSSH PRIVATE KEY-----.',
        pt: 'No lugar da senha: o texto completo que começa com -----BEGIN OPENSSH PRIVATE KEY-----.',
      },
    },
    passphrase: {
      kind: 'secret',
      advanced: true,
      name: { en: 'Passphrase of the key', es: 'Frase de la clave', pt: 'Frase da chave' },
    },
    hostKey: {
      kind: 'text',
      placeholder: 'SHA256:Hn3…',
      name: { en: 'Host key', es: 'Clave de host', pt: 'Chave de host' },
      help: {
        en: 'The fingerprint by which the server is known, such as SHA256:Hn3… Leave it empty and press Test: the answer shows it, to be compared with what the operator tells you. A server that shows another one gets no password.',
        es: 'La huella por la que se reconoce al servidor, como SHA256:Hn3… Déjela vacía y pruebe: la respuesta la muestra, para compararla con la que indique el operador. Un servidor que muestre otra no recibe la contraseña.',
        pt: 'A impressão digital pela qual o servidor é reconhecido, como SHA256:Hn3… Deixe vazia e teste: a resposta a mostra, para comparar com a que o operador informar. Um servidor que mostrar outra não recebe a senha.',
      },
    },
    folder: rootField,
    port: portField(22),
  },
  test: tryStore,
});

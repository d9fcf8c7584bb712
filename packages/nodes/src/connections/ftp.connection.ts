// A server with files that speaks FTP, with TLS unless the person gives that up.
import { defineConnection } from '@eclusa/flow';
import { hostField, portField, rootField, signIn } from './server-fields';
import { tryStore } from './store-test';

export default defineConnection({
  id: 'ftp',
  name: { en: 'FTP server', es: 'Servidor FTP', pt: 'Servidor FTP' },
  help: {
    en: 'A server on which your ERP leaves files, or fetches them, over FTPS or FTP.',
    es: 'Un servidor donde su ERP deja archivos, o los busca, por FTPS o FTP.',
    pt: 'Um servidor em que o seu ERP deixa arquivos, ou os busca, por FTPS ou FTP.',
  },
  fields: {
    host: hostField('ftp.example.com'),
    ...signIn,
    security: {
      kind: 'choice',
      default: 'explicit',
      name: { en: 'Protection', es: 'Protección', pt: 'Proteção' },
      help: {
        en: 'Without TLS, anybody on the way reads password and files. Choose None only within your own network.',
        es: 'Sin TLS, cualquiera en el camino lee la contraseña y los archivos. Elija Ninguna solo dentro de su propia red.',
        pt: 'Sem TLS, qualquer um no caminho lê a senha e os arquivos. Escolha Nenhuma só dentro da sua própria rede.',
      },
      choices: [
        { value: 'explicit', name: { en: 'TLS (FTPS)', es: 'TLS (FTPS)', pt: 'TLS (FTPS)' } },
        {
          value: 'implicit',
          name: { en: 'TLS from the start', es: 'TLS desde el inicio', pt: 'TLS desde o início' },
        },
        { value: 'none', name: { en: 'None', es: 'Ninguna', pt: 'Nenhuma' } },
      ],
    },
    certificate: {
      kind: 'text',
      multiline: true,
      advanced: true,
      maxLength: 20_000,
      when: { field: 'security', is: ['explicit', 'implicit'] },
      name: {
        en: 'Certificate of the server',
        es: 'Certificado del servidor',
        pt: 'Certificado do servidor',
      },
      help: {
        en: 'For a server whose certificate nobody else vouches for: the text that begins with -----BEGIN CERTIFICATE-----.',
        es: 'Para un servidor cuyo certificado nadie más avala: el texto que empieza con -----BEGIN CERTIFICATE-----.',
        pt: 'Para um servidor cujo certificado ninguém mais garante: o texto que começa com -----BEGIN CERTIFICATE-----.',
      },
    },
    folder: rootField,
    port: portField(21),
  },
  test: tryStore,
});

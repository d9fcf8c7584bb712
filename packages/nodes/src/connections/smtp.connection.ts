// A server that takes mail: its address, how the line is protected, and in whose name mail is sent.
import { defineConnection, sentences } from '@eclusa/flow';
import { mailServer } from '../net/mail';
import { hostField } from './server-fields';

const withTls = { field: 'security', is: ['starttls', 'tls'] };

export default defineConnection({
  id: 'smtp',
  name: { en: 'Mail server (SMTP)', es: 'Servidor de correo (SMTP)', pt: 'Servidor de e-mail (SMTP)' },
  help: {
    en: 'The server that sends mail for flows: your provider’s, or one within your own network.',
    es: 'El servidor que envía los correos de los flujos: el de su proveedor o uno de su propia red.',
    pt: 'O servidor que envia os e-mails dos fluxos: o do seu provedor ou um da sua própria rede.',
  },
  fields: {
    host: hostField('smtp.example.com'),
    security: {
      kind: 'choice',
      default: 'starttls',
      name: { en: 'Protection', es: 'Protección', pt: 'Proteção' },
      help: {
        en: 'Without TLS, anybody on the way reads password and mail. Choose None only within your own network.',
        es: 'Sin TLS, cualquiera en el camino lee la contraseña y los correos. Elija Ninguna solo dentro de su propia red.',
        pt: 'Sem TLS, qualquer um no caminho lê a senha e os e-mails. Escolha Nenhuma só dentro da sua própria rede.',
      },
      choices: [
        { value: 'starttls', name: { en: 'STARTTLS (587)', es: 'STARTTLS (587)', pt: 'STARTTLS (587)' } },
        {
          value: 'tls',
          name: {
            en: 'TLS from the start (465)',
            es: 'TLS desde el inicio (465)',
            pt: 'TLS desde o início (465)',
          },
        },
        { value: 'none', name: { en: 'None (25)', es: 'Ninguna (25)', pt: 'Nenhuma (25)' } },
      ],
    },
    from: {
      kind: 'text',
      required: true,
      maxLength: 320,
      placeholder: 'Eclusa <avisos@loja.com.br>',
      pattern: '^[^\\r\\n]*[^\\s@]+@[^\\s@]+[^\\r\\n]*$',
      name: { en: 'Sender', es: 'Remitente', pt: 'Remetente' },
      help: {
        en: 'The address mail comes from, with a name or without: Eclusa <avisos@loja.com.br>. Many servers take only addresses of their own.',
        es: 'La dirección de la que vienen los correos, con nombre o sin él: Eclusa <avisos@loja.com.br>. Muchos servidores solo aceptan direcciones propias.',
        pt: 'O endereço de onde vêm os e-mails, com nome ou sem: Eclusa <avisos@loja.com.br>. Muitos servidores só aceitam endereços próprios.',
      },
    },
    username: {
      kind: 'text',
      placeholder: 'avisos@loja.com.br',
      name: { en: 'User', es: 'Usuario', pt: 'Usuário' },
      help: {
        en: 'Often the address itself. Leave it empty for a server that asks for no sign-in.',
        es: 'Suele ser la misma dirección. Déjelo vacío si el servidor no pide acceso.',
        pt: 'Muitas vezes o próprio endereço. Deixe vazio se o servidor não pede acesso.',
      },
    },
    password: {
      kind: 'secret',
      name: { en: 'Password', es: 'Contraseña', pt: 'Senha' },
      help: {
        en: 'Providers with two-step sign-in give out a password for apps.',
        es: 'Los proveedores con acceso en dos pasos entregan una contraseña para aplicaciones.',
        pt: 'Provedores com acesso em duas etapas fornecem uma senha para aplicativos.',
      },
    },
    port: {
      kind: 'number',
      min: 1,
      max: 65_535,
      integer: true,
      advanced: true,
      name: { en: 'Port', es: 'Puerto', pt: 'Porta' },
      help: {
        en: 'When empty, the one that the protection names.',
        es: 'Si queda vacío, el que indica la protección.',
        pt: 'Se ficar vazio, a que a proteção indica.',
      },
    },
    certificate: {
      kind: 'text',
      multiline: true,
      advanced: true,
      maxLength: 20_000,
      when: withTls,
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
  },
  async test({ connection, reach }) {
    const server = await mailServer(connection, reach);
    try {
      await server.check();
      return sentences('connections.mail-ready', { server: server.name });
    } finally {
      server.close();
    }
  },
});

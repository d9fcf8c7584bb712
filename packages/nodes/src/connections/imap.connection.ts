// An e-mail account whose mails bring files, read by IMAP.
import { defineConnection, sentences } from '@eclusa/flow';
import { mailboxOf } from '../mail/mailbox';
import { hostField, portField, signIn } from './server-fields';

const WEEK_MS = 7 * 86_400_000;

export default defineConnection({
  id: 'imap',
  name: { en: 'E-mail account (IMAP)', es: 'Cuenta de correo (IMAP)', pt: 'Conta de e-mail (IMAP)' },
  help: {
    en: 'An e-mail account to which suppliers or your ERP send files. Accounts of Google want an app password; those of Microsoft 365 take no password by IMAP.',
    es: 'Una cuenta de correo a la que proveedores o su ERP envían archivos. Las cuentas de Google piden una contraseña de aplicación; las de Microsoft 365 no aceptan contraseña por IMAP.',
    pt: 'Uma conta de e-mail para a qual fornecedores ou o seu ERP enviam arquivos. Contas do Google pedem uma senha de app; as do Microsoft 365 não aceitam senha por IMAP.',
  },
  fields: {
    host: hostField('imap.example.com'),
    ...signIn,
    security: {
      kind: 'choice',
      default: 'tls',
      name: { en: 'Protection', es: 'Protección', pt: 'Proteção' },
      help: {
        en: 'Without TLS, anybody on the way reads password and mails. Choose None only within your own network.',
        es: 'Sin TLS, cualquiera en el camino lee la contraseña y los correos. Elija Ninguna solo dentro de su propia red.',
        pt: 'Sem TLS, qualquer um no caminho lê a senha e os e-mails. Escolha Nenhuma só dentro da sua própria rede.',
      },
      choices: [
        {
          value: 'tls',
          name: { en: 'TLS from the start', es: 'TLS desde el inicio', pt: 'TLS desde o início' },
        },
        { value: 'starttls', name: { en: 'STARTTLS', es: 'STARTTLS', pt: 'STARTTLS' } },
        { value: 'none', name: { en: 'None', es: 'Ninguna', pt: 'Nenhuma' } },
      ],
    },
    certificate: {
      kind: 'text',
      multiline: true,
      advanced: true,
      maxLength: 20_000,
      when: { field: 'security', is: ['tls', 'starttls'] },
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
    port: portField(993),
  },
  async test({ connection, reach }) {
    const mailbox = mailboxOf(connection, { reach }, 'INBOX');
    try {
      const { length: count } = await mailbox.attachments(new Date(Date.now() - WEEK_MS));
      return sentences('connections.mailbox-answered', { server: mailbox.name, count });
    } finally {
      await mailbox.close();
    }
  },
});

// What the forms of databases have in common, and how a connection to one is tried.
import { sentences, type ConnectionTestContext, type Field, type Fields, type Text } from '@eclusa/flow';
import { SqlDatabase } from '../sql/open-database';
import { hostField, portField } from './server-fields';

export interface DatabaseForm {
  port: number;
  host: string;
  database: string;
  user: string;
  /** It has no TLS but a protection of its own, and texts in the character set of their time. */
  isFirebird?: boolean;
}

/** Seconds a test may take. */
const PATIENCE = 15;

/** Signs in and asks for nothing more than that it can be read. */
export async function tryDatabase({ connection, ...tools }: ConnectionTestContext): Promise<Text> {
  const database = new SqlDatabase(connection, tools, PATIENCE);
  const session = await database.open();
  try {
    await database.told(() => session.begin('read'), session);
    await database.told(() => session.rollback(), session);
    const { host, database: name } = connection.values;
    return sentences('connections.database-answered', { host: String(host), database: String(name) });
  } finally {
    await session.close();
  }
}

/** The form of one kind of database. */
export function databaseFields({ port, host, database, user, isFirebird }: DatabaseForm): Fields {
  return {
    host: hostField(host),
    database: {
      kind: 'text',
      required: true,
      placeholder: database,
      name: { en: 'Database', es: 'Base de datos', pt: 'Banco de dados' },
      help: isFirebird
        ? {
            en: `The file as the server knows it, such as ${database}, or the alias it has there.`,
            es: `El archivo tal como lo conoce el servidor, como ${database}, o el alias que tiene allí.`,
            pt: `O arquivo como o servidor o conhece, como ${database}, ou o alias que ele tem lá.`,
          }
        : {
            en: `Its name at the server, such as ${database}.`,
            es: `Su nombre en el servidor, como ${database}.`,
            pt: `O nome dele no servidor, como ${database}.`,
          },
    },
    username: {
      kind: 'text',
      required: true,
      placeholder: user,
      name: { en: 'User', es: 'Usuario', pt: 'Usuário' },
      help: {
        en: 'Best one that may do only what your flows need: a reader for boxes that read.',
        es: 'Mejor uno que solo pueda hacer lo que sus flujos necesitan: de solo lectura para cajas que leen.',
        pt: 'De preferência um que só possa fazer o que os seus fluxos precisam: só de leitura para caixas que leem.',
      },
    },
    // An empty one would be taken for the usual one of Firebird.
    password: {
      kind: 'secret',
      required: isFirebird ?? false,
      name: { en: 'Password', es: 'Contraseña', pt: 'Senha' },
    },
    ...(isFirebird ? firebirdFields : tlsFields),
    port: portField(port),
  };
}

const none = { value: 'none', name: { en: 'None', es: 'Ninguna', pt: 'Nenhuma' } };

const tlsFields: Record<string, Field> = {
  security: {
    kind: 'choice',
    default: 'verify',
    name: { en: 'Protection', es: 'Protección', pt: 'Proteção' },
    help: {
      en: 'Without TLS, anybody on the way reads password and rows. Choose None only within your own network.',
      es: 'Sin TLS, cualquiera en el camino lee la contraseña y las filas. Elija Ninguna solo dentro de su propia red.',
      pt: 'Sem TLS, qualquer um no caminho lê a senha e as linhas. Escolha Nenhuma só dentro da sua própria rede.',
    },
    choices: [
      {
        value: 'verify',
        name: {
          en: 'TLS, certificate is checked',
          es: 'TLS, con el certificado comprobado',
          pt: 'TLS, com o certificado conferido',
        },
      },
      {
        value: 'encrypt',
        name: {
          en: 'TLS, any certificate',
          es: 'TLS, con cualquier certificado',
          pt: 'TLS, com qualquer certificado',
        },
      },
      none,
    ],
  },
  certificate: {
    kind: 'text',
    multiline: true,
    advanced: true,
    maxLength: 20_000,
    when: { field: 'security', is: ['verify'] },
    name: { en: 'Certificate of the server', es: 'Certificado del servidor', pt: 'Certificado do servidor' },
    help: {
      en: 'For a server whose certificate nobody else vouches for: the text that begins with -----BEGIN CERTIFICATE-----.',
      es: 'Para un servidor cuyo certificado nadie más avala: el texto que empieza con -----BEGIN CERTIFICATE-----.',
      pt: 'Para um servidor cujo certificado ninguém mais garante: o texto que começa com -----BEGIN CERTIFICATE-----.',
    },
  },
};

const charsets = ['WIN1252', 'UTF8', 'ISO8859_1', 'NONE', 'WIN1250', 'WIN1251', 'DOS866'];

const firebirdFields: Record<string, Field> = {
  charset: {
    kind: 'choice',
    default: 'WIN1252',
    name: { en: 'Character set', es: 'Juego de caracteres', pt: 'Conjunto de caracteres' },
    help: {
      en: 'That of the database: WIN1252 for most ERPs in Brazil. With a wrong one, accents come out wrong.',
      es: 'El de la base de datos: WIN1252 en la mayoría de los ERP de Brasil. Con uno equivocado, los acentos salen mal.',
      pt: 'O do banco de dados: WIN1252 na maioria dos ERPs do Brasil. Com um errado, os acentos saem errados.',
    },
    choices: charsets.map((value) => ({ value, name: { en: value, es: value, pt: value } })),
  },
  security: {
    kind: 'choice',
    default: 'encrypt',
    name: { en: 'Protection', es: 'Protección', pt: 'Proteção' },
    help: {
      en: 'From version 3 on, Firebird encrypts the line where its settings allow it. It knows no certificates: over the internet, use a VPN.',
      es: 'Desde la versión 3, Firebird cifra la línea si su configuración lo permite. No conoce certificados: por internet, use una VPN.',
      pt: 'Desde a versão 3, o Firebird cifra a linha se a configuração dele permitir. Ele não conhece certificados: pela internet, use uma VPN.',
    },
    choices: [
      {
        value: 'encrypt',
        name: {
          en: 'Encrypted where possible',
          es: 'Cifrada cuando es posible',
          pt: 'Cifrada quando possível',
        },
      },
      none,
    ],
  },
};

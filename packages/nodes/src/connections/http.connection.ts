// Any system that answers over HTTP: its address and one of the usual ways to sign in.
import { defineConnection, sentences, type Connection } from '@eclusa/flow';
import { readText } from '../net/body';
import { networkError, statusError } from '../net/remote-faults';
import { httpRequest } from './http-request';

const auth = (is: string) => ({ field: 'auth', is: [is] });

export default defineConnection({
  id: 'http',
  name: { en: 'HTTP address', es: 'Dirección HTTP', pt: 'Endereço HTTP' },
  help: {
    en: 'The API of an ERP or of any other system that answers over HTTP.',
    es: 'La API de un ERP o de cualquier otro sistema que responda por HTTP.',
    pt: 'A API de um ERP ou de qualquer outro sistema que responda por HTTP.',
  },
  fields: {
    baseUrl: {
      kind: 'text',
      required: true,
      placeholder: 'https://erp.example.com/api',
      pattern: '^https?://.+',
      name: { en: 'Base address', es: 'Dirección base', pt: 'Endereço base' },
      help: {
        en: 'The part that all calls have in common. Flows add their own path to it and cannot leave it.',
        es: 'La parte común a todas las llamadas. Los flujos le añaden su propia ruta y no pueden salir de ella.',
        pt: 'A parte comum a todas as chamadas. Os fluxos acrescentam o próprio caminho e não podem sair dela.',
      },
    },
    auth: {
      kind: 'choice',
      default: 'none',
      name: { en: 'Sign-in', es: 'Autenticación', pt: 'Autenticação' },
      choices: [
        { value: 'none', name: { en: 'None', es: 'Ninguna', pt: 'Nenhuma' } },
        {
          value: 'basic',
          name: {
            en: 'User and password (Basic)',
            es: 'Usuario y contraseña (Basic)',
            pt: 'Usuário e senha (Basic)',
          },
        },
        { value: 'bearer', name: { en: 'Token (Bearer)', es: 'Token (Bearer)', pt: 'Token (Bearer)' } },
        { value: 'apiKey', name: { en: 'API key', es: 'Clave de API', pt: 'Chave de API' } },
      ],
    },
    username: {
      kind: 'text',
      required: true,
      when: auth('basic'),
      name: { en: 'User', es: 'Usuario', pt: 'Usuário' },
    },
    password: {
      kind: 'secret',
      when: auth('basic'),
      name: { en: 'Password', es: 'Contraseña', pt: 'Senha' },
    },
    token: {
      kind: 'secret',
      required: true,
      when: auth('bearer'),
      name: { en: 'Token', es: 'Token', pt: 'Token' },
    },
    keyName: {
      kind: 'text',
      required: true,
      when: auth('apiKey'),
      placeholder: 'X-Api-Key',
      name: { en: 'Name of the key', es: 'Nombre de la clave', pt: 'Nome da chave' },
      help: {
        en: 'As the system’s manual spells it, for example X-Api-Key or apikey.',
        es: 'Tal como aparece en el manual del sistema, por ejemplo X-Api-Key o apikey.',
        pt: 'Como está no manual do sistema, por exemplo X-Api-Key ou apikey.',
      },
    },
    keyPlace: {
      kind: 'choice',
      default: 'header',
      when: auth('apiKey'),
      name: { en: 'Where the key goes', es: 'Dónde va la clave', pt: 'Onde vai a chave' },
      choices: [
        { value: 'header', name: { en: 'Header', es: 'Cabecera', pt: 'Cabeçalho' } },
        { value: 'query', name: { en: 'Address (query)', es: 'Dirección (query)', pt: 'Endereço (query)' } },
      ],
    },
    key: {
      kind: 'secret',
      required: true,
      when: auth('apiKey'),
      name: { en: 'Key', es: 'Clave', pt: 'Chave' },
    },
    testPath: {
      kind: 'text',
      advanced: true,
      placeholder: '/status',
      name: { en: 'Path for the test', es: 'Ruta para la prueba', pt: 'Caminho para o teste' },
      help: {
        en: 'What the Test button reads. Choose something small that needs the sign-in.',
        es: 'Lo que lee el botón Probar. Elija algo pequeño que exija autenticación.',
        pt: 'O que o botão Testar lê. Escolha algo pequeno que exija autenticação.',
      },
    },
    headers: {
      kind: 'table',
      advanced: true,
      name: {
        en: 'Headers for every call',
        es: 'Cabeceras en cada llamada',
        pt: 'Cabeçalhos em cada chamada',
      },
      help: {
        en: 'Not for passwords or keys: these values are stored as plain text and everybody in the workspace can read them. Put a key under “Sign-in”.',
        es: 'No ponga aquí contraseñas ni claves: estos valores se guardan como texto sin cifrar y los ve todo el espacio de trabajo. Las claves van en «Autenticación».',
        pt: 'Não coloque senhas nem chaves aqui: estes valores ficam gravados como texto simples e todos no espaço de trabalho podem vê-los. Chaves ficam em “Autenticação”.',
      },
      columns: {
        name: { kind: 'text', required: true, name: { en: 'Name', es: 'Nombre', pt: 'Nome' } },
        value: { kind: 'text', name: { en: 'Value', es: 'Valor', pt: 'Valor' } },
      },
    },
  },
  async test({ connection, fetch, signal }) {
    const { url, init, shown } = httpRequest(connection, { method: 'GET', path: testPath(connection) });
    try {
      const answer = await fetch(url, {
        ...init,
        signal: AbortSignal.any([signal, AbortSignal.timeout(15_000)]),
      });
      if (answer.status === 404) {
        await answer.body?.cancel();
        return sentences('connections.http-not-found', { address: url.origin + url.pathname });
      }
      const text = await readText(answer, { maxBytes: 5_000_000, idleMs: 15_000 });
      if (!answer.ok) throw statusError(answer, text, shown, new Date());
      return sentences('connections.http-answered', { status: answer.status });
    } catch (error) {
      throw networkError(error, shown, signal);
    }
  },
});

function testPath({ values }: Connection): string {
  return typeof values['testPath'] === 'string' ? values['testPath'] : '';
}

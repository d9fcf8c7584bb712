// Any system that answers over HTTP: its address and one of the usual ways to sign in.
import { defineConnection, sentences, UserError, type Connection } from '@eclusa/flow';
import { readText } from '../net/body';
import { readMetadata } from '../odata/metadata';
import { networkError, statusError } from '../net/remote-faults';
import { connectionPresets } from '../presets/presets';
import { callHttp } from './http-call';
import { httpRequest } from './http-request';
import { paceFields } from './pace-fields';
import { signInFields } from './sign-in-fields';

export default defineConnection({
  id: 'http',
  name: { en: 'HTTP address', es: 'Dirección HTTP', pt: 'Endereço HTTP' },
  help: {
    en: 'The API of an ERP or of any other system that answers over HTTP.',
    es: 'La API de un ERP o de cualquier otro sistema que responda por HTTP.',
    pt: 'A API de um ERP ou de qualquer outro sistema que responda por HTTP.',
  },
  presets: connectionPresets('http'),
  signIn: { field: 'auth', is: ['oauth2Code'] },
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
    ...signInFields,
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
    ...paceFields,
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
    // A refresh token may hold once only: the one that takes its place could not be stored.
    if (connection.values['auth'] === 'oauth2Refresh' && !connection.kept) {
      throw new UserError('connections.oauth-save-first');
    }
    const request = httpRequest(connection, { method: 'GET', path: testPath(connection) });
    const { url, shown } = request;
    try {
      const within = AbortSignal.any([signal, AbortSignal.timeout(15_000)]);
      const answer = await callHttp(connection, request, { fetch, now: () => new Date() }, within);
      if (answer.status === 404) {
        await answer.body?.cancel();
        return sentences('connections.http-not-found', { address: url.origin + url.pathname });
      }
      const text = await readText(answer, { maxBytes: 5_000_000, idleMs: 15_000 });
      if (!answer.ok) throw statusError(answer, text, shown, new Date());
      if (/<(\w+:)?Edmx[\s>]/.test(text.slice(0, 2000))) {
        const names = [...readMetadata(text, shown).sets.keys()];
        const sets = names.slice(0, 100).join(', ');
        return sentences('connections.odata-answered', { count: names.length, sets });
      }
      return sentences('connections.http-answered', { status: answer.status });
    } catch (error) {
      throw networkError(error, shown, signal);
    }
  },
});

function testPath({ values }: Connection): string {
  return typeof values['testPath'] === 'string' ? values['testPath'] : '';
}

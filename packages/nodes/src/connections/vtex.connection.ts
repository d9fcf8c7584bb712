// A VTEX store: account, application key and token, and where else its surfaces are for a test store.
import {
  defineConnection,
  RemoteError,
  sentences,
  type ConnectionTestContext,
  type Limiter,
  type Text,
} from '@eclusa/flow';
import { asObject, hasStatus, retold, toFlowError } from '../vtex/remote';
import { clientOf } from '../vtex/store';

const asked = '/api/vlm/account';
/** Answers keys without the licence manager's rights. */
const askedNext = '/api/catalog_system/pvt/saleschannel/list';

export default defineConnection({
  id: 'vtex',
  name: { en: 'VTEX store', es: 'Tienda VTEX', pt: 'Loja VTEX' },
  help: {
    en: 'A VTEX account and an application key with its token. Make the key in the VTEX Admin under Account settings → API keys, and give it only the roles your flows need.',
    es: 'Una cuenta VTEX y una clave de aplicación con su token. Cree la clave en el Admin de VTEX, en Configuración de la cuenta → Claves de API, y dele solo los roles que necesitan sus flujos.',
    pt: 'Uma conta VTEX e uma chave de aplicação com o token dela. Crie a chave no Admin da VTEX, em Configurações da conta → Chaves de API, e dê a ela só os perfis de que seus fluxos precisam.',
  },
  fields: {
    account: {
      kind: 'text',
      required: true,
      placeholder: 'lojademo',
      pattern: '^[A-Za-z0-9][A-Za-z0-9-]*$',
      name: { en: 'Account', es: 'Cuenta', pt: 'Conta' },
      help: {
        en: 'The account’s name, as at the start of the Admin’s address: lojademo in lojademo.myvtex.com.',
        es: 'El nombre de la cuenta, como al inicio de la dirección del Admin: lojademo en lojademo.myvtex.com.',
        pt: 'O nome da conta, como no início do endereço do Admin: lojademo em lojademo.myvtex.com.',
      },
    },
    appKey: {
      kind: 'text',
      required: true,
      placeholder: 'vtexappkey-lojademo-XXXXXX',
      name: { en: 'Application key', es: 'Clave de aplicación (AppKey)', pt: 'Chave de aplicação (AppKey)' },
    },
    appToken: {
      kind: 'secret',
      required: true,
      name: {
        en: 'Application token',
        es: 'Token de aplicación (AppToken)',
        pt: 'Token de aplicação (AppToken)',
      },
    },
    environment: {
      kind: 'text',
      default: 'vtexcommercestable',
      advanced: true,
      pattern: '^[A-Za-z0-9-]+$',
      name: { en: 'Environment', es: 'Entorno', pt: 'Ambiente' },
    },
    pricingWritesPerSecond: {
      kind: 'number',
      min: 1,
      max: 10_000,
      advanced: true,
      name: {
        en: 'Price writes per second',
        es: 'Escrituras de precio por segundo',
        pt: 'Gravações de preço por segundo',
      },
      help: {
        en: 'VTEX allows 33 per second and route. Change it only when VTEX agreed to another figure for your account.',
        es: 'VTEX permite 33 por segundo y ruta. Cámbielo solo si VTEX acordó otra cifra para su cuenta.',
        pt: 'A VTEX permite 33 por segundo e rota. Mude só se a VTEX combinou outro número para a sua conta.',
      },
    },
    otherCallsPerSecond: {
      kind: 'number',
      min: 1,
      max: 10_000,
      advanced: true,
      name: {
        en: 'Calls per second where VTEX publishes no limit',
        es: 'Llamadas por segundo donde VTEX no publica un límite',
        pt: 'Chamadas por segundo onde a VTEX não publica limite',
      },
      help: {
        en: 'Logistics, for one. 100 when empty; Eclusa slows down by itself when VTEX says so.',
        es: 'Logística, por ejemplo. 100 si queda vacío; Eclusa baja la velocidad sola cuando VTEX lo pide.',
        pt: 'Logística, por exemplo. 100 se vazio; a Eclusa reduz sozinha quando a VTEX pede.',
      },
    },
    mainBaseUrl: {
      kind: 'text',
      advanced: true,
      placeholder: 'http://127.0.0.1:4310',
      name: {
        en: 'Other address (test store)',
        es: 'Otra dirección (tienda de prueba)',
        pt: 'Outro endereço (loja de teste)',
      },
      help: {
        en: 'Used instead of VTEX’s own hosts, for pricing too unless it has its own below.',
        es: 'Se usa en lugar de los servidores de VTEX, también para precios salvo que tengan la suya abajo.',
        pt: 'Usado no lugar dos servidores da VTEX, também para preços, salvo se houver um próprio abaixo.',
      },
    },
    pricingBaseUrl: {
      kind: 'text',
      advanced: true,
      placeholder: 'http://127.0.0.1:4310/{account}',
      name: {
        en: 'Other address for pricing',
        es: 'Otra dirección para precios',
        pt: 'Outro endereço para preços',
      },
    },
    soapUser: {
      kind: 'text',
      advanced: true,
      name: {
        en: 'User of the SOAP Web Service',
        es: 'Usuario del Web Service SOAP',
        pt: 'Usuário do Web Service SOAP',
      },
      help: {
        en: 'Only for the deprecated SOAP boxes. Empty: the application key and its token are used.',
        es: 'Solo para las cajas SOAP, obsoletas. Vacío: se usan la clave de aplicación y su token.',
        pt: 'Só para as caixas SOAP, descontinuadas. Vazio: são usados a chave de aplicação e o token dela.',
      },
    },
    soapPassword: {
      kind: 'secret',
      advanced: true,
      name: {
        en: 'Password of the SOAP Web Service',
        es: 'Contraseña del Web Service SOAP',
        pt: 'Senha do Web Service SOAP',
      },
    },
    soapBaseUrl: {
      kind: 'text',
      advanced: true,
      placeholder: 'http://127.0.0.1:4310',
      name: {
        en: 'Other address for SOAP',
        es: 'Otra dirección para SOAP',
        pt: 'Outro endereço para SOAP',
      },
    },
  },
  test: (context) =>
    ask(context).catch((error: unknown) => {
      throw explain(toFlowError(error), context);
    }),
});

// One call by a person who waits for it needs no shared limit.
const unlimited: Limiter = { acquire: async () => undefined, observe: () => undefined };

async function ask({ connection, fetch, signal }: ConnectionTestContext): Promise<Text> {
  const client = clientOf(connection, { fetch, limiter: unlimited });
  try {
    const { body } = await client.request({ method: 'GET', path: asked, signal, timeoutMs: 15_000 });
    const { accountName, companyName, tradingName } = asObject(body) ?? {};
    return answered(String(tradingName ?? companyName ?? accountName ?? client.account));
  } catch (error) {
    const refused = toFlowError(error);
    if (!hasStatus(refused, 403) && !hasStatus(refused, 404)) throw refused;
    await client.request({ method: 'GET', path: askedNext, signal, timeoutMs: 15_000 });
    return answered(client.account);
  }
}

const answered = (store: string): Text => sentences('connections.vtex-answered', { store });

/** What a person setting up a connection can do differs from what they can do in a run. */
function explain(error: unknown, { connection }: ConnectionTestContext): unknown {
  if (!(error instanceof RemoteError)) return error;
  const code = codes[error.code];
  if (!code) return error;
  return retold(code, error, { account: connection.values['account'] });
}

const codes: Readonly<Record<string, string>> = {
  'vtex.unauthorized': 'connections.vtex-key-wrong',
  'vtex.host-unknown': 'connections.vtex-account-unknown',
  'vtex.not-found': 'connections.vtex-account-unknown',
  'vtex.redirected': 'connections.vtex-account-unknown',
  'vtex.network': 'connections.vtex-unreachable',
  'vtex.timeout': 'connections.vtex-unreachable',
};

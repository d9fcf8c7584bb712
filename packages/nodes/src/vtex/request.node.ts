// Any VTEX request, for what has no box of its own. It cannot know what a repeat would do: a POST is made once
// and, when its answer was lost, waits for a person.
import {
  defineNode,
  UserError,
  type Field,
  type Json,
  type MappingLine,
  type NodeContext,
  type PreparedAction,
  type Row,
} from '@eclusa/flow';
import { deadRoute, readsOnly, surfaces, type Surface, urgencyOf } from '@eclusa/vtex';
import { evaluator } from '../transform/evaluation';
import { readingFetch } from './reading-fetch';
import { rethrow } from './remote';
import { listedRequests } from './request-list';
import { over, safeBody } from './request-traps';
import { parseRequest, openStore } from './store';
import { connectionField, saveAsField, saved } from './vtex-action';

interface Config extends Record<string, Json> {
  method: string;
  surface: string;
  path: string;
  mapping: MappingLine[];
  query: { name: string; value: string }[];
  body: string;
  keepRest: boolean;
  repeatable: boolean;
  saveAs: string;
}

const surfaceNames: Record<Surface, string> = {
  main: '{account}.vtexcommercestable.com.br',
  pricing: 'api.vtex.com/{account}',
  payments: '{account}.vtexpayments.com.br',
  vault: 'api.vtexvault.com',
  'batch-inventory': 'logistics.vtexcommercestable.com.br/{account}',
  'pricing-hub': 'prchub.vtexcommercestable.com.br',
};

const same = (text: string) => ({ en: text, es: text, pt: text });

const requestField: Field = {
  kind: 'request',
  requests: listedRequests(),
  name: { en: 'Find a request', es: 'Buscar una solicitud', pt: 'Procurar uma requisição' },
  help: {
    en: 'All requests of VTEX’s reference: type words of the path, or of what you want to do. Choosing one fills in the fields below with what it asks for; then say where each value comes from in your row.',
    es: 'Todas las solicitudes de la referencia de VTEX: escriba palabras de la ruta o de lo que quiere hacer. Al elegir una se completan los campos de abajo con lo que pide; después indique de dónde sale cada valor en su fila.',
    pt: 'Todas as requisições da referência da VTEX: digite palavras do caminho ou do que quer fazer. Ao escolher uma, os campos abaixo são preenchidos com o que ela pede; depois diga de onde vem cada valor na sua linha.',
  },
};

const methodField: Field = {
  kind: 'choice',
  default: 'GET',
  required: true,
  name: { en: 'Method', es: 'Método', pt: 'Método' },
  help: {
    en: 'GET reads, POST usually creates, PUT replaces, PATCH changes, DELETE takes away. Choosing an operation from the list sets it.',
    es: 'GET lee, POST suele crear, PUT reemplaza, PATCH cambia, DELETE quita. Elegir una operación de la lista lo define.',
    pt: 'GET lê, POST costuma criar, PUT substitui, PATCH altera, DELETE retira. Escolher uma operação da lista define isto.',
  },
  choices: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((value) => ({ value, name: same(value) })),
};

const pathField: Field = {
  kind: 'text',
  required: true,
  placeholder: '/api/oms/pvt/orders/{orderId}',
  name: { en: 'Path', es: 'Ruta', pt: 'Caminho' },
  help: {
    en: 'As the VTEX reference prints it, with places such as {orderId} that the lines below fill.',
    es: 'Como la muestra la referencia de VTEX, con lugares como {orderId} que se completan en las líneas de abajo.',
    pt: 'Como aparece na referência da VTEX, com lugares como {orderId} que as linhas abaixo preenchem.',
  },
};

const queryField: Field = {
  kind: 'table',
  default: [],
  name: { en: 'Query', es: 'Parámetros de consulta', pt: 'Parâmetros de consulta' },
  help: {
    en: 'Added to the address after the question mark, for example branch = 7.',
    es: 'Se agrega a la dirección después del signo de pregunta, por ejemplo sucursal = 7.',
    pt: 'Entra no endereço depois da interrogação, por exemplo filial = 7.',
  },
  columns: {
    name: { kind: 'text', required: true, name: { en: 'Name', es: 'Nombre', pt: 'Nome' } },
    value: { kind: 'expression', required: true, name: { en: 'Value', es: 'Valor', pt: 'Valor' } },
  },
};

export default defineNode<Config>({
  id: 'vtex.request',
  version: 1,
  name: { en: 'VTEX request', es: 'Solicitud a VTEX', pt: 'Requisição à VTEX' },
  help: {
    en: 'Sends any request of the VTEX reference for each row, with the store’s credentials and within its limits. What VTEX switched off is refused and names its successor. Prefer a box of its own where there is one: it knows VTEX’s traps. Here a PUT replaces the whole thing unless you switch on "Read first and keep the rest", orders count in cents while prices do not, a SKU cannot be created active, and an Id of 0 is refused.',
    es: 'Envía por cada fila cualquier solicitud de la referencia de VTEX, con las credenciales de la tienda y dentro de sus límites. Lo que VTEX apagó se rechaza e indica qué lo reemplaza. Prefiera la caja propia cuando exista: conoce las trampas de VTEX. Aquí un PUT reemplaza el objeto entero si no enciende «Leer antes y conservar lo demás», los pedidos van en centavos y los precios no, un SKU no puede crearse activo y un Id 0 se rechaza.',
    pt: 'Envia para cada linha qualquer requisição da referência da VTEX, com as credenciais da loja e dentro dos limites dela. O que a VTEX desligou é recusado e diz o que o substitui. Prefira a caixa própria quando existir: ela conhece as armadilhas da VTEX. Aqui um PUT substitui o objeto inteiro se você não ligar "Ler antes e manter o resto", pedidos são em centavos e preços não, um SKU não pode ser criado ativo, e um Id 0 é recusado.',
  },
  group: 'vtex',
  area: 'any',
  keywords: ['vtex', 'api', 'rest', 'http', 'generic', 'genérico', 'requisição', 'solicitud', 'endpoint'],
  unchecked: [
    { field: 'method', is: ['POST'] },
    { field: 'repeatable', is: [false] },
  ],
  fields: {
    connection: connectionField,
    request: requestField,
    method: methodField,
    path: pathField,
    mapping: {
      kind: 'mapping',
      default: [],
      name: { en: 'Values of the path', es: 'Valores de la ruta', pt: 'Valores do caminho' },
      help: {
        en: 'One line for each {place} of the path, such as sku.Id for {skuId}.',
        es: 'Una línea por cada {lugar} de la ruta, como sku.Id para {skuId}.',
        pt: 'Uma linha para cada {lugar} do caminho, como sku.Id para {skuId}.',
      },
    },
    query: queryField,
    body: {
      kind: 'expression',
      default: '',
      when: { field: 'method', is: ['POST', 'PUT', 'PATCH', 'DELETE'] },
      name: { en: 'Body', es: 'Cuerpo', pt: 'Corpo' },
      help: {
        en: 'An expression that gives the JSON to send, such as {"reason": motivo}. Empty: nothing is sent. Spaces at the ends of texts for the catalogue are taken off.',
        es: 'Una expresión que da el JSON por enviar, por ejemplo {"reason": motivo}. Vacío: no se envía nada. Se quitan los espacios en los extremos de los textos para el catálogo.',
        pt: 'Uma expressão que dá o JSON a enviar, como {"reason": motivo}. Vazio: nada é enviado. Espaços nas pontas dos textos para o catálogo são retirados.',
      },
    },
    keepRest: {
      kind: 'toggle',
      default: false,
      when: { field: 'method', is: ['PUT'] },
      name: {
        en: 'Read first and keep the rest',
        es: 'Leer antes y conservar lo demás',
        pt: 'Ler antes e manter o resto',
      },
      help: {
        en: 'A PUT replaces the whole thing: what it is not sent becomes empty, 0 or off. On: what VTEX has at this path is read for each row, and the body is laid over it.',
        es: 'Un PUT reemplaza el objeto entero: lo que no se envía queda vacío, en 0 o apagado. Encendido: se lee por cada fila lo que VTEX tiene en esta ruta y el cuerpo se pone encima.',
        pt: 'Um PUT substitui o objeto inteiro: o que não é enviado fica vazio, em 0 ou desligado. Ligado: o que a VTEX tem neste caminho é lido para cada linha, e o corpo é posto por cima.',
      },
    },
    repeatable: {
      kind: 'toggle',
      default: false,
      when: { field: 'method', is: ['POST'] },
      name: {
        en: 'Sending it twice does no harm',
        es: 'Enviarla dos veces no hace daño',
        pt: 'Enviar duas vezes não faz mal',
      },
      help: {
        en: 'Off: when the answer to a POST is lost, the row waits for a person instead of being sent again. Switch it on only for requests that create or update by an id you give.',
        es: 'Apagado: si se pierde la respuesta de un POST, la fila espera a una persona en lugar de reenviarse. Enciéndalo solo para solicitudes que crean o actualizan con un id que usted da.',
        pt: 'Desligado: se a resposta de um POST se perder, a linha espera por uma pessoa em vez de ser reenviada. Ligue só para requisições que criam ou atualizam por um id que você informa.',
      },
    },
    surface: {
      kind: 'choice',
      default: 'auto',
      advanced: true,
      name: { en: 'Host', es: 'Servidor', pt: 'Servidor' },
      help: {
        en: 'VTEX has several addresses. “By the path” finds the right one for every operation of the list.',
        es: 'VTEX tiene varias direcciones. «Según la ruta» halla la correcta para cada operación de la lista.',
        pt: 'A VTEX tem vários endereços. “Pelo caminho” acha o certo para cada operação da lista.',
      },
      choices: [
        { value: 'auto', name: { en: 'By the path', es: 'Según la ruta', pt: 'Pelo caminho' } },
        ...surfaces.map((value) => ({ value, name: same(surfaceNames[value]) })),
      ],
    },
    saveAs: saveAsField('answer'),
  },
  behaviour: {
    kind: 'action',
    effect: 'create',
    reads: ({ method, path }) => readsOnly(method ?? '', path ?? ''),
    urgency: ({ path }) => urgencyOf(path ?? ''),
    prepare,
  },
  example: {
    config: {
      connection: 'store',
      method: 'GET',
      path: '/api/catalog/pvt/stockkeepingunit/{skuId}/ean',
      mapping: [{ target: 'skuId', expression: 'sku' }],
      saveAs: 'eans',
    },
    input: [{ sku: 1 }],
    output: { out: [{ sku: 1, eans: ['7891000315507'] }] },
  },
});

async function prepare(context: NodeContext<Config>): Promise<PreparedAction> {
  const { config, parameters } = context;
  const read = (source: string | undefined, name: string): Read => {
    const evaluate = source?.trim() ? evaluator(source, name, parameters) : undefined;
    return { name, read: async (row) => evaluate?.(row) };
  };
  const params = (config.mapping ?? []).map((line) => read(line.expression, line.target));
  const query = (config.query ?? []).map((line) => read(line.value, line.name));
  const body = read(config.method === 'GET' ? undefined : config.body, 'body');
  const request = `${config.method} ${config.path}`;
  parseRequest(request);
  refuseDead(config);
  const keepsRest = config.method === 'PUT' && config.keepRest === true;
  const looks = readsOnly(config.method, config.path);
  const tools = looks ? { ...context, fetch: readingFetch(context.fetch) } : context;
  const open = await openStore(tools as unknown as NodeContext).catch(rethrow);

  const run: PreparedAction['run'] = async (row, call) => {
    const store = open(call.signal);
    const at = {
      ...(config.surface !== 'auto' && config.surface && { surface: config.surface as Surface }),
      params: await all(row, params),
      query: await all(row, query),
    };
    const own = safeBody(config.method, config.path, await body.read(row));
    const sent = keepsRest ? over(await store.find(`GET ${config.path}`, at), own) : own;
    const answer = await store.send(request, { ...at, ...(sent !== undefined && { body: sent }) });
    return saved(row, config.saveAs ?? 'answer', answer);
  };
  // What may be repeated is looked up as "not there", so that it is sent again instead of waiting for a person.
  const repeatable = looks || config.method !== 'POST' || config.repeatable === true;
  return { run, ...(repeatable && { findExisting: async () => null }) };
}

function refuseDead({ method, path }: Config): void {
  const dead = deadRoute(method, path);
  if (!dead) return;
  throw new UserError(dead.code, { values: { request: `${method} ${path}`, successor: dead.successor } });
}

type Read = { name: string; read(row: Row): Promise<Json | undefined> };

async function all(row: Row, reads: readonly Read[]): Promise<Record<string, string | number>> {
  const values: Record<string, string | number> = {};
  for (const { name, read } of reads) {
    const value = await read(row);
    if (value === undefined || value === null) continue;
    if (typeof value === 'object')
      throw new UserError('nodes.value-not-a-text', { values: { field: name, target: name, value } });
    values[name] = typeof value === 'boolean' ? String(value) : value;
  }
  return values;
}

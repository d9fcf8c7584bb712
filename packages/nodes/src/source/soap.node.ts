// Rows of a list that another system answers over SOAP, in one call or page by page.
import {
  compileExpression,
  defineNode,
  isJsonObject,
  UserError,
  type Json,
  type MappingLine,
  type SourceContext,
  type SourcePage,
} from '@eclusa/flow';
import { connectionField, operationField, sizeField, timeoutField } from '../soap-service/soap-fields';
import { nested, openService } from '../soap-service/soap-service';
import { evaluator } from '../transform/evaluation';

interface Config extends Record<string, Json> {
  operation: string;
  parameters: MappingLine[];
  items: string;
  pageParam: string;
  firstPage: number;
  maxPages: number;
  timeoutSeconds: number;
  maxMegabytes: number;
}

/** `skip`: rows of the answer for `page` that are stored already. */
type Cursor = { page: number; skip: number } | { done: true };

export default defineNode<Config>({
  id: 'source.soap',
  version: 1,
  group: 'source',
  name: { en: 'Read over SOAP', es: 'Leer por SOAP', pt: 'Ler por SOAP' },
  help: {
    en: 'Calls an operation of a SOAP web service and takes the repeated element of its answer as rows. Numbers and dates may arrive as texts: convert them in a "Map fields" box.',
    es: 'Llama a una operación de un servicio web SOAP y toma como filas el elemento repetido de la respuesta. Los números y fechas pueden llegar como textos: conviértalos en una caja «Mapear campos».',
    pt: 'Chama uma operação de um serviço web SOAP e toma como linhas o elemento repetido da resposta. Números e datas podem chegar como textos: converta-os em uma caixa "Mapear campos".',
  },
  keywords: [
    'soap',
    'wsdl',
    'web service',
    'webservice',
    'erp',
    'xml',
    'totvs',
    'protheus',
    'senior',
    'sankhya',
  ],
  fields: {
    connection: connectionField,
    operation: operationField,
    parameters: {
      kind: 'mapping',
      name: { en: 'Parameters', es: 'Parámetros', pt: 'Parâmetros' },
      help: {
        en: 'Names as the WSDL has them; filtro.ativo stands for ativo within filtro. Values are expressions, such as "A" or $parameter.',
        es: 'Nombres como los tiene el WSDL; filtro.ativo significa ativo dentro de filtro. Los valores son expresiones, como "A" o $parametro.',
        pt: 'Nomes como estão no WSDL; filtro.ativo significa ativo dentro de filtro. Os valores são expressões, como "A" ou $parametro.',
      },
    },
    items: {
      kind: 'expression',
      required: true,
      placeholder: 'return.produtos.produto',
      name: { en: 'Path to the rows', es: 'Ruta a las filas', pt: 'Caminho até as linhas' },
      help: {
        en: 'From the answer down to the element that repeats.',
        es: 'Desde la respuesta hasta el elemento que se repite.',
        pt: 'Da resposta até o elemento que se repete.',
      },
    },
    pageParam: {
      kind: 'text',
      default: '',
      maxLength: 200,
      advanced: true,
      name: { en: 'Parameter with the page', es: 'Parámetro con la página', pt: 'Parâmetro com a página' },
      help: {
        en: 'When the service answers page by page: the operation is called with 1, 2, 3 … until no row comes.',
        es: 'Cuando el servicio responde por páginas: la operación se llama con 1, 2, 3 … hasta que no venga ninguna fila.',
        pt: 'Quando o serviço responde por páginas: a operação é chamada com 1, 2, 3 … até não vir nenhuma linha.',
      },
    },
    firstPage: {
      kind: 'number',
      default: 1,
      integer: true,
      advanced: true,
      name: { en: 'First page', es: 'Primera página', pt: 'Primeira página' },
      help: {
        en: 'The number of the first page: 1 for most systems, 0 for some.',
        es: 'El número de la primera página: 1 en la mayoría de los sistemas, 0 en algunos.',
        pt: 'O número da primeira página: 1 na maioria dos sistemas, 0 em alguns.',
      },
    },
    maxPages: {
      kind: 'number',
      default: 10_000,
      min: 1,
      integer: true,
      advanced: true,
      name: { en: 'Most pages', es: 'Máximo de páginas', pt: 'Máximo de páginas' },
      help: {
        en: 'Stops a system that answers the same page for ever.',
        es: 'Detiene a un sistema que responde siempre la misma página.',
        pt: 'Detém um sistema que responde sempre a mesma página.',
      },
    },
    timeoutSeconds: timeoutField,
    maxMegabytes: sizeField,
  },
  behaviour: { kind: 'source', read },
  example: {
    config: {
      connection: 'erp',
      operation: 'ConsultarProdutos',
      parameters: [{ target: 'filtro.ativo', expression: '"S"' }],
      items: 'produto',
    },
    input: [],
    output: {
      out: [
        { codigo: 'P-1', descricao: 'Cafeteira', preco: 199.9 },
        { codigo: 'P-2', descricao: 'Chaleira', preco: 89.9 },
      ],
    },
  },
});

async function* read(context: SourceContext<Config>): AsyncIterable<SourcePage> {
  const { config, pageSize, dryRun, fetch, limiter, signal } = context;
  const start = context.cursor as Cursor | null;
  if (start && 'done' in start) return;
  const service = await openService(await context.connection('connection'), {
    ...{ fetch, limiter, signal, dryRun, reads: true, now: () => context.now() },
    files: context.files,
    timeoutMs: (config.timeoutSeconds ?? 60) * 1000,
    maxBytes: (config.maxMegabytes ?? 20) * 1e6,
  });
  const find = compileExpression(config.items);
  const pages = config.pageParam?.trim() ?? '';
  const first = config.firstPage ?? 1;
  let { page, skip } = start ?? { page: first, skip: 0 };
  for (; ; page += 1, skip = 0) {
    if (page - first >= (config.maxPages ?? 10_000)) {
      throw new UserError('nodes.too-many-pages', { values: { limit: config.maxPages } });
    }
    const values = await parametersOf(context, pages === '' ? [] : [[pages, page]]);
    const answer = await context.retry(() => service.call(config.operation, values));
    const rows = listOf(await find.evaluate(answer));
    const isLast = pages === '' || rows.length === 0;
    do {
      const end: number = skip + pageSize;
      const more: Cursor = isLast ? { done: true } : { page: page + 1, skip: 0 };
      const cursor: Cursor = end < rows.length ? { page, skip: end } : more;
      const some = rows.slice(skip, end);
      const records = some.map((row) => ({ value: isJsonObject(row) ? row : { value: row } }));
      if (records.length > 0) yield { records, cursor };
      skip = end;
    } while (skip < rows.length);
    if (isLast) return;
  }
}

async function parametersOf({ config, parameters }: SourceContext<Config>, more: [string, Json][]) {
  const lines = (config.parameters ?? []).map(async ({ target, expression }) => {
    const value = await evaluator(expression, target, parameters)({});
    return [target, value] as const;
  });
  return nested([...(await Promise.all(lines)), ...more]);
}

/** XML does not tell a list of one from a thing. */
function listOf(found: Json | undefined): Json[] {
  if (found === null || found === undefined || found === '') return [];
  return Array.isArray(found) ? found : [found];
}

// Sends a mutation, or a query, to a GraphQL server for each row. What a repeat would do there is told by the person.
import {
  defineNode,
  UserError,
  type Json,
  type MappingLine,
  type NodeContext,
  type PreparedAction,
  type Row,
} from '@eclusa/flow';
import { askGraphql, isReading } from '../graphql/ask';
import { connectionField, pathField } from '../graphql/fields';
import { sizeLimitField, timeoutField } from '../net/call-limit-fields';
import { failureJudge } from '../source/answer-failure';
import { rowFiller } from '../transform/mapped-row';
import { readingFetch } from '../vtex/reading-fetch';

interface Config extends Record<string, Json> {
  query: string;
  mapping: MappingLine[];
  failure: string;
  repeatable: boolean;
  saveAs: string;
  path: string;
  timeoutSeconds: number;
  maxMegabytes: number;
}

export default defineNode<Config>({
  id: 'output.graphql',
  version: 1,
  group: 'output',
  name: { en: 'Send to GraphQL', es: 'Enviar a GraphQL', pt: 'Enviar a GraphQL' },
  help: {
    en: 'Sends a mutation to a GraphQL server for each row, or a query to look something up there. An error that the server answers fails its row, also when it comes with status 200.',
    es: 'Envía por cada fila una mutación a un servidor GraphQL, o una consulta para buscar algo en él. Un error que responde el servidor hace fallar su fila, aunque llegue con estado 200.',
    pt: 'Envia para cada linha uma mutação a um servidor GraphQL, ou uma consulta para buscar algo nele. Um erro que o servidor responde faz a linha falhar, mesmo que venha com status 200.',
  },
  keywords: ['graphql', 'mutation', 'mutación', 'mutação', 'api', 'shopify', 'erp', 'enviar'],
  unchecked: [{ field: 'repeatable', is: [false] }],
  fields: {
    connection: connectionField,
    query: {
      kind: 'text',
      required: true,
      multiline: true,
      maxLength: 50_000,
      placeholder:
        'mutation ($input: OrderInput!) { orderCreate(input: $input) { order { id } userErrors { message } } }',
      name: { en: 'Mutation or query', es: 'Mutación o consulta', pt: 'Mutação ou consulta' },
      help: {
        en: 'As the server’s own explorer takes it, with variables for what comes from the row.',
        es: 'Tal como la acepta el explorador del servidor, con variables para lo que viene de la fila.',
        pt: 'Como o explorador do próprio servidor aceita, com variáveis para o que vem da linha.',
      },
    },
    mapping: {
      kind: 'mapping',
      name: { en: 'Variables', es: 'Variables', pt: 'Variáveis' },
      help: {
        en: 'Names without $; input.total stands for total within the variable input.',
        es: 'Nombres sin $; input.total significa total dentro de la variable input.',
        pt: 'Nomes sem $; input.total significa total dentro da variável input.',
      },
    },
    repeatable: {
      kind: 'toggle',
      default: false,
      name: {
        en: 'Sending it twice does no harm',
        es: 'Enviarla dos veces no hace daño',
        pt: 'Enviar duas vezes não faz mal',
      },
      help: {
        en: 'Off: when the answer is lost, the row waits for a person instead of being sent again. A query never does harm.',
        es: 'Apagado: si se pierde la respuesta, la fila espera a una persona en lugar de reenviarse. Una consulta nunca hace daño.',
        pt: 'Desligado: se a resposta se perder, a linha espera por uma pessoa em vez de ser reenviada. Uma consulta nunca faz mal.',
      },
    },
    failure: {
      kind: 'expression',
      default: '',
      advanced: true,
      placeholder: 'orderCreate.userErrors.message',
      name: {
        en: 'The answer is a failure when',
        es: 'La respuesta es una falla cuando',
        pt: 'A resposta é uma falha quando',
      },
      help: {
        en: 'For servers that tell errors within the data. An expression over data: when it is true the row fails, and texts that it gives are shown as the reason.',
        es: 'Para servidores que indican errores dentro de los datos. Una expresión sobre data: cuando es verdadera, la fila falla, y los textos que da se muestran como motivo.',
        pt: 'Para servidores que indicam erros dentro dos dados. Uma expressão sobre data: quando é verdadeira, a linha falha, e os textos que ela dá aparecem como motivo.',
      },
    },
    saveAs: {
      kind: 'text',
      default: 'answer',
      maxLength: 64,
      advanced: true,
      name: { en: 'Keep the answer in', es: 'Guardar la respuesta en', pt: 'Guardar a resposta em' },
      help: {
        en: 'The field of the row that takes data of the answer. Empty: not kept.',
        es: 'El campo de la fila que recibe data de la respuesta. Vacío: no se guarda.',
        pt: 'O campo da linha que recebe data da resposta. Vazio: não é guardada.',
      },
    },
    path: pathField,
    timeoutSeconds: timeoutField,
    maxMegabytes: sizeLimitField,
  },
  behaviour: {
    kind: 'action',
    effect: 'create',
    concurrency: 4,
    reads: ({ query }) => isReading(query ?? ''),
    prepare,
  },
  example: {
    config: {
      connection: 'erp',
      query:
        'mutation ($number: String!, $total: Float!) { orderCreate(number: $number, total: $total) { id } }',
      mapping: [
        { target: 'number', expression: 'orderId' },
        { target: 'total', expression: 'value / 100' },
      ],
      saveAs: 'erp',
    },
    input: [{ orderId: '1-01', value: 12990 }],
    output: { out: [{ orderId: '1-01', value: 12990, erp: { orderCreate: { id: '1' } } }] },
  },
});

async function prepare(context: NodeContext<Config>): Promise<PreparedAction> {
  const { config, parameters } = context;
  const connection = await context.connection('connection');
  const query = config.query ?? '';
  if (query.trim() === '') throw new UserError('nodes.graphql-no-query');
  const fill = rowFiller(config.mapping ?? [], parameters);
  const judge = failureJudge(config.failure, parameters);
  const reads = isReading(query);
  const { limiter } = context;
  const tools = {
    fetch: reads ? readingFetch(context.fetch) : context.fetch,
    limiter,
    now: () => context.now(),
    timeoutSeconds: config.timeoutSeconds ?? 60,
    maxMegabytes: config.maxMegabytes ?? 20,
  };
  const name = (config.saveAs ?? 'answer').trim();
  const isHarmless = reads || config.repeatable === true;
  return {
    async run(row: Row, { signal }) {
      const variables = await fill(row, {});
      const call = { path: config.path ?? '/graphql', query, variables };
      const send = () => askGraphql(connection, call, tools, signal);
      const data = await (isHarmless ? context.retry(send) : send());
      await judge?.(data);
      return [{ value: name === '' ? row : { ...row, [name]: data } }];
    },
    // What may be repeated is looked up as "not there", so that it is sent again instead of waiting for a person.
    ...(isHarmless && { findExisting: async () => null }),
  };
}

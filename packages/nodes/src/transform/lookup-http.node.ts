// Asks a system with an HTTP API for something about each row, and keeps the answer in the row. Reads only.
import {
  EclusaError,
  defineNode,
  UserError,
  type Fields,
  type Json,
  type NodeContext,
  type PreparedAction,
} from '@eclusa/flow';
import { httpOutputFields, type HttpOutputConfig } from '../output/http-fields';
import { senderOf } from '../output/http-send';
import { valueAt } from '../source/http-paging';
import { AnswerMemory } from './answer-memory';
import { lookupFields, type LookupConfig } from './lookup-fields';

/** Those that the box shares with the one that sends. */
const shared = (...names: string[]): Fields =>
  Object.fromEntries(Object.entries(httpOutputFields).filter(([name]) => names.includes(name)));

type Config = Pick<
  HttpOutputConfig,
  'path' | 'places' | 'query' | 'headers' | 'answerPath' | 'failure' | 'timeoutSeconds'
> &
  LookupConfig &
  Record<string, Json>;

export default defineNode<Config>({
  id: 'transform.lookup-http',
  version: 1,
  group: 'transform',
  name: { en: 'Look up in an API', es: 'Consultar en una API', pt: 'Consultar em uma API' },
  help: {
    en: 'Asks your ERP, or any system with an HTTP API, about each row and keeps the answer in the row. Equal questions are asked once.',
    es: 'Pregunta a su ERP, o a cualquier sistema con API HTTP, sobre cada fila y guarda la respuesta en la fila. Las preguntas iguales se hacen una sola vez.',
    pt: 'Pergunta ao seu ERP, ou a qualquer sistema com API HTTP, sobre cada linha e guarda a resposta na linha. Perguntas iguais são feitas uma só vez.',
  },
  keywords: [
    ...['http', 'rest', 'api', 'get', 'lookup', 'enrich', 'join', 'cache', 'cep', 'erp'],
    ...['consultar', 'buscar', 'enriquecer', 'procv'],
  ],
  fields: {
    ...shared('connection', 'path', 'places', 'query', 'headers', 'answerPath'),
    ...lookupFields,
    ...shared('failure', 'timeoutSeconds'),
  },
  behaviour: { kind: 'action', effect: 'read', concurrency: 4, prepare },
  example: {
    config: {
      connection: 'erp',
      path: '/clientes/{cnpj}',
      places: [{ name: 'cnpj', value: '$digits(documento)' }],
      saveAs: 'cliente',
    },
    input: [{ documento: '11.222.333/0001-81' }, { documento: '00.000.000/0001-91' }],
    output: {
      out: [
        { documento: '11.222.333/0001-81', cliente: { id: 7, limite: 1500.5 } },
        { documento: '00.000.000/0001-91', cliente: null },
      ],
    },
  },
});

async function prepare(context: NodeContext<Config>): Promise<PreparedAction> {
  const { config } = context;
  const system = await context.connection('connection');
  const asking = { ...config, method: 'GET', whenMissing: 'empty' } as unknown as HttpOutputConfig;
  const sender = senderOf({ ...context, config: asking } as NodeContext<HttpOutputConfig>, system);
  const known = new AnswerMemory<Json>((config.cacheSeconds ?? 300) * 1000, () => context.now().getTime());
  const saveAs = (config.saveAs ?? '').trim() || 'found';
  const at = (config.answerPath ?? '').trim();
  return {
    async run(row) {
      const { question, send } = await sender.asks(row);
      const ask = () => known.get(question, () => send(context.signal));
      const answer = await ask().catch((error: unknown) => {
        if (context.signal.aborted || error instanceof EclusaError) throw error;
        // It ended with the page that asked first: rows of other pages that wait for it ask anew.
        return ask();
      });
      const found = rowsOf(at === '' ? answer : (valueAt(answer, at) ?? null));
      if (found.length === 0 && config.whenMissing === 'fail') {
        const address = String((config.path ?? '').trim());
        const name = String(system.values['baseUrl'] ?? '');
        throw new UserError('nodes.lookup-nothing', { values: { system: name, address } });
      }
      return [{ value: { ...row, [saveAs]: config.answer === 'all' ? found : (found[0] ?? null) } }];
    },
  };
}

/** Systems say that they know nothing in several ways: null, an empty text, an empty list. */
function rowsOf(answer: Json): Json[] {
  if (Array.isArray(answer)) return answer;
  return answer === null || answer === '' ? [] : [answer];
}

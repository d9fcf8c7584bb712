// Sends each row to another system over HTTP. What a repeat would do there is told by the person, not guessed.
import { defineNode, isJsonObject, type NodeContext, type PreparedAction, type Row } from '@eclusa/flow';
import { valueAt } from '../source/http-paging';
import { httpOutputFields, type HttpOutputConfig } from './http-fields';
import { senderOf } from './http-send';

export default defineNode<HttpOutputConfig>({
  id: 'output.http',
  version: 1,
  group: 'output',
  name: { en: 'Send to an API', es: 'Enviar a una API', pt: 'Enviar a uma API' },
  help: {
    en: 'Makes one call for each row to your ERP or any system with an HTTP API, and keeps the answer in the row. What is sent twice may be done twice: say in the box how the other system tells a repeat.',
    es: 'Hace una llamada por fila a su ERP o a cualquier sistema con API HTTP y guarda la respuesta en la fila. Lo enviado dos veces puede hacerse dos veces: indique en la caja cómo reconoce el otro sistema una repetición.',
    pt: 'Faz uma chamada por linha ao seu ERP ou a qualquer sistema com API HTTP e guarda a resposta na linha. O que é enviado duas vezes pode ser feito duas vezes: diga na caixa como o outro sistema reconhece uma repetição.',
  },
  keywords: [
    'erp',
    'rest',
    'json',
    'http',
    'post',
    'put',
    'api',
    'enviar',
    'send',
    'webhook',
    'gravar',
    'pedido',
    'bling',
    'omie',
    'tiny',
    'olist',
    'odoo',
    'sankhya',
    'protheus',
    'netsuite',
  ],
  unchecked: [
    { field: 'method', is: ['POST', 'PUT', 'PATCH', 'DELETE'] },
    { field: 'repeat', is: ['unknown'] },
  ],
  fields: httpOutputFields,
  behaviour: { kind: 'action', effect: 'create', concurrency: 4, prepare },
  example: {
    config: {
      connection: 'erp',
      method: 'POST',
      path: '/pedidos',
      body: '{"numero": orderId, "total": value / 100}',
      repeat: 'look',
      lookup: '/pedidos/{orderId}',
      saveAs: 'erp',
    },
    input: [{ orderId: '1-01', value: 12990 }],
    output: { out: [{ orderId: '1-01', value: 12990, erp: { numero: '1-01', total: 129.9 } }] },
  },
});

async function prepare(context: NodeContext<HttpOutputConfig>): Promise<PreparedAction> {
  const { config, dryRun } = context;
  const sender = senderOf(context, await context.connection('connection'));
  const kept = (row: Row, answer: Row[string]) => {
    const name = (config.saveAs ?? 'answer').trim();
    const path = (config.answerPath ?? '').trim();
    const part = path === '' ? answer : (valueAt(answer ?? null, path) ?? null);
    return [{ value: name === '' ? row : { ...row, [name]: part } }];
  };
  const looks = config.repeat === 'look' && (config.lookup ?? '').trim() !== '';
  const isHarmless = config.method === 'GET' || config.repeat === 'again';
  const find = async (row: Row, signal: AbortSignal) => {
    const found = await sender.look(row, signal);
    return found === null || (isJsonObject(found) && Object.keys(found).length === 0) ? null : { found };
  };
  /** Nobody else may send the same between the look and the call. */
  const findOrSend = async (row: Row, signal: AbortSignal) =>
    context.lock(await sender.lookupAddress(row), async () => {
      const known = await find(row, signal);
      return known ? known.found : sender.send(row, signal);
    });
  return {
    async run(row, { existing, signal }) {
      if (existing) return kept(row, existing['found'] ?? null);
      const isLooking = looks && config.lookAlways === true;
      return kept(row, await (isLooking ? findOrSend(row, signal) : sender.send(row, signal)));
    },
    ...((looks || isHarmless) && {
      findExisting: async (row, { signal }) => (looks && !dryRun ? find(row, signal) : null),
    }),
  };
}

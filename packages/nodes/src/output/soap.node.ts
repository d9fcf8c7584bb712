// Calls an operation of another system's SOAP web service for each row. It cannot know what a repeat would do: it is
// called once and, when the answer was lost, the row waits for a person, unless it is said to be harmless.
import {
  defineNode,
  type Json,
  type MappingLine,
  type NodeContext,
  type PreparedAction,
  type Row,
} from '@eclusa/flow';
import { connectionField, operationField, sizeField, timeoutField } from '../soap-service/soap-fields';
import { nested, openService } from '../soap-service/soap-service';
import { evaluator } from '../transform/evaluation';

interface Config extends Record<string, Json> {
  operation: string;
  mapping: MappingLine[];
  repeatable: boolean;
  saveAs: string;
  timeoutSeconds: number;
  maxMegabytes: number;
}

export default defineNode<Config>({
  id: 'output.soap',
  version: 1,
  group: 'output',
  name: { en: 'Call over SOAP', es: 'Llamar por SOAP', pt: 'Chamar por SOAP' },
  help: {
    en: 'Calls an operation of a SOAP web service for each row, to write to an ERP or to look something up there. The answer is kept in the row.',
    es: 'Llama por cada fila a una operación de un servicio web SOAP, para escribir en un ERP o consultar algo en él. La respuesta queda en la fila.',
    pt: 'Chama para cada linha uma operação de um serviço web SOAP, para gravar em um ERP ou consultar algo nele. A resposta fica na linha.',
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
  unchecked: [{ field: 'repeatable', is: [false] }],
  fields: {
    connection: connectionField,
    operation: operationField,
    mapping: {
      kind: 'mapping',
      name: { en: 'Parameters', es: 'Parámetros', pt: 'Parâmetros' },
      help: {
        en: 'Names as the WSDL has them; pedido.cliente stands for cliente within pedido.',
        es: 'Nombres como los tiene el WSDL; pedido.cliente significa cliente dentro de pedido.',
        pt: 'Nomes como estão no WSDL; pedido.cliente significa cliente dentro de pedido.',
      },
    },
    repeatable: {
      kind: 'toggle',
      default: false,
      name: {
        en: 'Calling it twice does no harm',
        es: 'Llamarla dos veces no hace daño',
        pt: 'Chamar duas vezes não faz mal',
      },
      help: {
        en: 'Off: when the answer is lost, the row waits for a person instead of being sent again.',
        es: 'Apagado: si se pierde la respuesta, la fila espera a una persona en lugar de reenviarse.',
        pt: 'Desligado: se a resposta se perder, a linha espera por uma pessoa em vez de ser reenviada.',
      },
    },
    saveAs: {
      kind: 'text',
      default: 'answer',
      maxLength: 64,
      advanced: true,
      name: { en: 'Keep the answer in', es: 'Guardar la respuesta en', pt: 'Guardar a resposta em' },
      help: {
        en: 'The field of the row that takes the answer. Empty: not kept.',
        es: 'El campo de la fila que recibe la respuesta. Vacío: no se guarda.',
        pt: 'O campo da linha que recebe a resposta. Vazio: não é guardada.',
      },
    },
    timeoutSeconds: timeoutField,
    maxMegabytes: sizeField,
  },
  behaviour: { kind: 'action', effect: 'create', concurrency: 4, prepare },
  example: {
    config: {
      connection: 'erp',
      operation: 'GravarPedido',
      mapping: [
        { target: 'pedido.numero', expression: 'orderId' },
        { target: 'pedido.total', expression: 'value' },
      ],
      saveAs: '',
    },
    input: [{ orderId: 'V-1', value: 10.5 }],
    output: { out: [{ orderId: 'V-1', value: 10.5 }] },
  },
});

async function prepare(context: NodeContext<Config>): Promise<PreparedAction> {
  const { config, parameters, dryRun, fetch, limiter, signal } = context;
  const lines = (config.mapping ?? []).map(
    ({ target, expression }) => [target, evaluator(expression, target, parameters)] as const,
  );
  const service = await openService(await context.connection('connection'), {
    ...{ fetch, limiter, signal, dryRun, reads: false, now: () => context.now() },
    files: context.files,
    timeoutMs: (config.timeoutSeconds ?? 60) * 1000,
    maxBytes: (config.maxMegabytes ?? 20) * 1e6,
  });
  const repeatable = config.repeatable === true;
  const name = (config.saveAs ?? 'answer').trim();
  return {
    async run(row: Row) {
      const values = await Promise.all(
        lines.map(async ([target, evaluate]) => [target, await evaluate(row)] as const),
      );
      const call = () => service.call(config.operation, nested(values));
      const answer = await (repeatable ? context.retry(call) : call());
      return [{ value: name === '' ? row : { ...row, [name]: answer } }];
    },
    // What may be repeated is looked up as "not there", so that it is sent again instead of waiting for a person.
    ...(repeatable && { findExisting: async () => null }),
  };
}

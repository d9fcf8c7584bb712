// Any method of the SOAP Web Service, its form made from the contract. It cannot know what a repeat would do: a method
// that inserts is called once and, when its answer was lost, waits for a person.
import {
  defineNode,
  UserError,
  type Json,
  type MappingLine,
  type MappingTarget,
  type NodeContext,
  type PreparedAction,
  type Row,
} from '@eclusa/flow';
import { soapEnumerations, soapMethods, soapReads, soapTypes, type SoapMember } from '@eclusa/vtex';
import { compileMapping, type Values } from '../vtex/mapping';
import { connectionField, saveAsField, saved } from '../vtex/vtex-action';
import { deprecated, soapKeywords } from './soap-box';
import { openSoap } from './soap-store';

interface Config extends Record<string, Json> {
  method: string;
  mapping: MappingLine[];
  repeatable: boolean;
  saveAs: string;
}

const same = (text: string) => ({ en: text, es: text, pt: text });

/** The members a method's form asks for: those of its one object, else its parameters. */
function membersOf(method: string): { wrapper: string | undefined; members: readonly SoapMember[] } {
  const parameters = soapMethods.get(method)?.parameters ?? [];
  const [only] = parameters;
  const inside = parameters.length === 1 && only ? soapTypes.get(only.type) : undefined;
  return inside && only
    ? { wrapper: only.name, members: inside }
    : { wrapper: undefined, members: parameters };
}

const kinds: Readonly<Record<string, MappingTarget['type']>> = {
  int: 'integer',
  short: 'integer',
  decimal: 'number',
  boolean: 'boolean',
  dateTime: 'date',
  string: 'text',
};

function targetOf({ name, type }: SoapMember): MappingTarget {
  const words = soapEnumerations.get(type);
  if (words) {
    const choices = words.map((value) => ({ value, name: same(value) }));
    return { id: name, type: 'text', name: same(name), choices };
  }
  const kind = type.endsWith('[]') ? 'list' : (kinds[type] ?? 'object');
  return { id: name, type: kind, name: same(name) };
}

const targetsOf = (method: string): MappingTarget[] => membersOf(method).members.map(targetOf);

const names = [...soapMethods.keys()].sort();

export default defineNode<Config>({
  id: 'vtex.soap-method',
  version: 1,
  ...deprecated(
    { en: 'SOAP method', es: 'Método SOAP', pt: 'Método SOAP' },
    {
      en: 'Calls any method of the VTEX SOAP Web Service for each row. Prefer a box of its own where there is one: here the traps of the service are yours. An update empties what has no line below.',
      es: 'Llama por cada fila a cualquier método del Web Service SOAP de VTEX. Prefiera la caja propia cuando exista: aquí las trampas del servicio quedan de su lado. Una actualización vacía lo que no tiene línea abajo.',
      pt: 'Chama para cada linha qualquer método do Web Service SOAP da VTEX. Prefira a caixa própria quando existir: aqui as armadilhas do serviço ficam com você. Uma atualização esvazia o que não tem linha abaixo.',
    },
  ),
  group: 'vtex',
  area: 'soap',
  keywords: [...soapKeywords, 'service.svc', 'GiftCard', 'GiftList', 'Service'],
  requests: names.map((name) => `SOAP ${name}`),
  fields: {
    connection: connectionField,
    method: {
      kind: 'choice',
      required: true,
      name: { en: 'Method', es: 'Método', pt: 'Método' },
      help: {
        en: "One of the Web Service's 80 methods. The form below changes with it.",
        es: 'Uno de los 80 métodos del Web Service. El formulario de abajo cambia con él.',
        pt: 'Um dos 80 métodos do Web Service. O formulário abaixo muda com ele.',
      },
      choices: names.map((value) => ({ value, name: same(value) })),
    },
    mapping: {
      kind: 'mapping',
      targetsBy: {
        field: 'method',
        targets: Object.fromEntries(names.map((name) => [name, targetsOf(name)])),
      },
      name: { en: 'Values', es: 'Valores', pt: 'Valores' },
      help: {
        en: 'The service’s own names. A list of objects is an expression such as [{"Ean": ean}].',
        es: 'Los nombres del propio servicio. Una lista de objetos es una expresión como [{"Ean": ean}].',
        pt: 'Os nomes do próprio serviço. Uma lista de objetos é uma expressão como [{"Ean": ean}].',
      },
    },
    repeatable: {
      kind: 'toggle',
      default: false,
      when: { field: 'method', is: names.filter((name) => !soapReads(name)) },
      name: {
        en: 'Calling it twice does no harm',
        es: 'Llamarlo dos veces no hace daño',
        pt: 'Chamar duas vezes não faz mal',
      },
      help: {
        en: 'Off: when the answer is lost, the row waits for a person instead of being sent again.',
        es: 'Apagado: si se pierde la respuesta, la fila espera a una persona en lugar de reenviarse.',
        pt: 'Desligado: se a resposta se perder, a linha espera por uma pessoa em vez de ser reenviada.',
      },
    },
    saveAs: saveAsField('answer'),
  },
  behaviour: { kind: 'action', effect: 'create', concurrency: 4, prepare },
  example: {
    config: {
      connection: 'store',
      method: 'StoreGet',
      mapping: [{ target: 'storeId', expression: 'loja' }],
      saveAs: 'answer',
    },
    input: [{ loja: 1 }],
    output: { out: [{ loja: 1, answer: { Id: 1, IsActive: true, Name: 'Loja principal' } }] },
  },
});

async function prepare(context: NodeContext<Config>): Promise<PreparedAction> {
  const { config, parameters, dryRun } = context;
  const { method } = config;
  if (!soapMethods.has(method)) throw new UserError('vtex.soap-method-unknown', { values: { method } });
  const { wrapper } = membersOf(method);
  const targets = Object.fromEntries(targetsOf(method).map(({ id, ...target }) => [id, target]));
  const mapping = compileMapping(config.mapping ?? [], { targets, parameters, dryRun });
  const open = await openSoap(context as unknown as NodeContext);
  const harmless = soapReads(method) || config.repeatable === true;
  const sent = (values: Values) => (wrapper === undefined ? values : { [wrapper]: values });
  return {
    async run(row: Row, call) {
      const values = await mapping.read(row);
      const answer = await open(call.signal).call(method, sent(values), harmless ? 'again' : undefined);
      return saved(row, config.saveAs ?? 'answer', answer);
    },
    // What may be repeated is looked up as "not there", so that it is sent again instead of waiting for a person.
    ...(harmless && { findExisting: async () => null }),
  };
}

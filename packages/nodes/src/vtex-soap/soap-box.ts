// Declares a box over a method of the deprecated SOAP Web Service as data, and says of each that it is deprecated and
// what replaces it.
import {
  defineNode,
  type ActionCall,
  type Effect,
  type Fields,
  type Json,
  type JsonObject,
  type MappingLine,
  type MappingTarget,
  type NodeContext,
  type NodeExample,
  type NodeType,
  type PreparedAction,
  type Row,
  type Successor,
  type Text,
} from '@eclusa/flow';
import { compileMapping, type Values } from '../vtex/mapping';
import type { Targets } from '../vtex/targets';
import { connectionField, saveAsField, saved } from '../vtex/vtex-action';
import { openSoap, type SoapStore } from './soap-store';

export interface SoapJob {
  soap: SoapStore;
  /** What an earlier attempt made, as `findExisting` found it. */
  existing?: JsonObject;
}

export interface SoapWork {
  run(values: Values, job: SoapJob): Promise<Json>;
  findExisting?(values: Values, job: SoapJob): Promise<JsonObject | null>;
}

interface Config extends Record<string, Json> {
  mapping: MappingLine[];
  saveAs: string;
}

export interface SoapBox {
  id: string;
  name: Text;
  help: Text;
  keywords: readonly string[];
  /** The methods it calls. */
  methods: readonly string[];
  effect: Effect;
  targets: Targets;
  options?: Fields;
  saveAs: string;
  successor?: Successor;
  example: NodeExample;
  work(config: Record<string, Json>): SoapWork;
}

const mark: Text = { en: '(SOAP, deprecated)', es: '(SOAP, obsoleto)', pt: '(SOAP, descontinuado)' };

const end: Text = {
  en: 'VTEX announced the end of its SOAP Web Service for 1 September 2025: use this box only to keep an old flow alive.',
  es: 'VTEX anunció el fin de su Web Service SOAP para el 1 de septiembre de 2025: use esta caja solo para mantener vivo un flujo antiguo.',
  pt: 'A VTEX anunciou o fim do seu Web Service SOAP para 1º de setembro de 2025: use esta caixa só para manter vivo um fluxo antigo.',
};

const convert: Text = {
  en: '"Convert to REST" above the form puts the box that replaces it in its place.',
  es: '«Convertir a REST», arriba del formulario, pone en su lugar la caja que la reemplaza.',
  pt: '"Converter para REST", acima do formulário, põe no lugar a caixa que a substitui.',
};

/** Sentences one after the other, in every language. */
export function joined(...texts: Text[]): Text {
  const all = (locale: keyof Text) => texts.map((text) => text[locale]).join(' ');
  return { en: all('en'), es: all('es'), pt: all('pt') };
}

/** What every SOAP box says of itself besides what it does. */
export function deprecated(name: Text, help: Text, successor?: Successor): { name: Text; help: Text } {
  return { name: joined(name, mark), help: joined(help, end, ...(successor ? [convert] : [])) };
}

export const soapKeywords = [
  'vtex',
  'soap',
  'wsdl',
  'web service',
  'webservice',
  'deprecated',
  'legado',
  'antigo',
];

/** A box of the area SOAP whose row is one unit of work. */
export function soapBox(box: SoapBox): NodeType {
  const { targets, successor } = box;
  return defineNode<Config>({
    id: box.id,
    version: 1,
    ...deprecated(box.name, box.help, successor),
    keywords: [...soapKeywords, ...box.keywords],
    group: 'vtex',
    area: 'soap',
    ...(successor && { successor }),
    requests: box.methods.map((method) => `SOAP ${method}`),
    fields: {
      connection: connectionField,
      mapping: {
        kind: 'mapping',
        targets: Object.entries(targets).map(([id, target]): MappingTarget => ({ id, ...target })),
        required: true,
        name: { en: 'Values', es: 'Valores', pt: 'Valores' },
        help: {
          en: 'Where each value comes from in your row, such as codigo. What has no line is not sent.',
          es: 'De dónde sale cada valor en su fila, como codigo. Lo que no tiene línea no se envía.',
          pt: 'De onde vem cada valor na sua linha, como codigo. O que não tem linha não é enviado.',
        },
      },
      ...box.options,
      saveAs: saveAsField(box.saveAs),
    },
    behaviour: {
      kind: 'action',
      effect: box.effect,
      // One old service for the whole catalogue, which deadlocks under parallel writes.
      concurrency: 4,
      prepare: (context) => prepare(box, context),
    },
    example: box.example,
  });
}

async function prepare(box: SoapBox, context: NodeContext<Config>): Promise<PreparedAction> {
  const { config, parameters, dryRun } = context;
  const mapping = compileMapping(config.mapping ?? [], { targets: box.targets, parameters, dryRun });
  const work = box.work(config);
  const open = await openSoap(context as NodeContext, box.effect === 'read');
  const saveAs = config.saveAs ?? box.saveAs;
  const job = ({ signal, existing }: ActionCall): SoapJob => ({
    soap: open(signal),
    ...(existing && { existing }),
  });
  const { findExisting } = work;
  return {
    run: async (row, call) => saved(row, saveAs, await work.run(await mapping.read(row), job(call))),
    ...(findExisting && {
      findExisting: async (row: Row, call: ActionCall) => findExisting(await mapping.read(row), job(call)),
    }),
  };
}

/** A box that calls one method with its mapped values as parameters. `answer` makes what is kept of the row's values. */
export function soapCall(
  box: Omit<SoapBox, 'methods' | 'work'> & { method: string; answer?(values: Values): Json },
): NodeType {
  const { method, answer, ...rest } = box;
  return soapBox({
    ...rest,
    methods: [method],
    work: () => ({
      async run(values, { soap }) {
        const result = await soap.call(method, values, box.effect === 'create' ? undefined : 'again');
        return answer ? answer(values) : result;
      },
    }),
  });
}

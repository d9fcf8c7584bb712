// Makes templates of the presets: each read and write as a flow that a person can start from.
import { emptyFlow, type FlowDocument, type Json, type Text } from '@eclusa/flow';
import type { FlowTemplate } from '../flow-templates';
import type { Preset, PresetFlow } from './preset';
import { presets, triedText } from './presets';

/** The flows of all presets, with the name of their ERP in `system`. */
export function presetTemplates(): FlowTemplate[] {
  return presets.flatMap((preset) => preset.flows.map((flow) => templateOf(preset, flow)));
}

function templateOf(preset: Preset, flow: PresetFlow): FlowTemplate {
  const { system, connection } = preset;
  const { what } = flow;
  const reads = flow.kind === 'read';
  const tried = triedText(preset);
  const name: Text = {
    en: `${system}: ${reads ? 'read' : 'send'} ${what.en}`,
    es: `${system}: ${reads ? 'leer' : 'enviar'} ${what.es}`,
    pt: `${system}: ${reads ? 'ler' : 'enviar'} ${what.pt}`,
  };
  const summary: Text = {
    en: `${reads ? 'Reads them page by page into a file.' : 'Sends one for each row of a call.'} ${tried.en}`,
    es: `${reads ? 'Los lee página por página en un archivo.' : 'Envía uno por cada fila de una llamada.'} ${tried.es}`,
    pt: `${reads ? 'Lê página por página para um arquivo.' : 'Envia um para cada linha de uma chamada.'} ${tried.pt}`,
  };
  const address = String(connection.values['baseUrl']);
  const description: Text = {
    en: `${summary.en} The connection: choose “${system}” as the known system when you make one; its address is ${address}. It needs: ${connection.needs.en}`,
    es: `${summary.es} La conexión: elija «${system}» como sistema conocido al crearla; su dirección es ${address}. Necesita: ${connection.needs.es}`,
    pt: `${summary.pt} A conexão: escolha “${system}” como sistema conhecido ao criar; o endereço é ${address}. Precisa de: ${connection.needs.pt}`,
  };
  const intention: Text = {
    en: reads ? `I want to read ${what.en} from ${system}` : `I want to send ${what.en} to ${system}`,
    es: reads ? `Quiero leer ${what.es} de ${system}` : `Quiero enviar ${what.es} a ${system}`,
    pt: reads ? `Quero ler ${what.pt} do ${system}` : `Quero enviar ${what.pt} para o ${system}`,
  };
  const document = documentOf(preset, flow, name.en, description.en);
  return {
    id: `${preset.id}-${flow.id}`,
    topic: flow.topic,
    system,
    name,
    intention,
    summary,
    description,
    document,
  };
}

function documentOf(preset: Preset, flow: PresetFlow, name: string, description: string): FlowDocument {
  const document = emptyFlow(name);
  const box = (type: string, config: Record<string, Json>) => ({ type, version: 1, config });
  const erp = box(flow.type, { connection: 'erp', ...flow.config });
  const isRead = flow.kind === 'read';
  const [first, second] = isRead ? ['erp', 'file'] : ['call', 'erp'];
  const other = isRead
    ? box('output.file', { format: 'ndjson', name: `${preset.id}-${flow.id}-{date}` })
    : box('source.call', { example: JSON.stringify([flow.row ?? {}], null, 2) });
  const parameters = Object.entries(flow.parameters ?? {}).map(([id, title]) => [
    id,
    { type: 'text' as const, name: title.en, required: true },
  ]);
  return {
    ...document,
    description,
    slots: { erp: { kind: preset.connection.kind, name: preset.system } },
    parameters: Object.fromEntries(parameters) as FlowDocument['parameters'],
    nodes: { [first as string]: isRead ? erp : other, [second as string]: isRead ? other : erp },
    edges: [{ from: { node: first as string, port: 'out' }, to: { node: second as string, port: 'in' } }],
    layout: { nodes: { [first as string]: { x: 0, y: 200 }, [second as string]: { x: 300, y: 200 } } },
  };
}

// Rows a person gives in place of the flow's source: a JSON array, or one JSON object per line.
import { createReadStream } from 'node:fs';
import { UserError, defineNode, isJsonObject } from '@eclusa/flow';
import type { FlowDocument, Json, NodeType, SourcePage, SourceRecord } from '@eclusa/flow';
import { parseJson, readText, unreadable } from './json-file';
import { linesOf } from './lines';

const typeId = 'cli.rows';

/** The flow with its only source exchanged for the rows of `file`, and the node types that run it. */
export function withInput(
  document: FlowDocument,
  nodeTypes: ReadonlyMap<string, NodeType>,
  file: string,
): { document: FlowDocument; nodeTypes: ReadonlyMap<string, NodeType> } {
  const sources = Object.entries(document.nodes).filter(
    ([, node]) => !node.disabled && nodeTypes.get(node.type)?.behaviour.kind === 'source',
  );
  const [source] = sources;
  if (!source || sources.length > 1) {
    throw new UserError('cli.input-sources', { values: { count: sources.length } });
  }
  const [id, node] = source;
  const type = rowsNode(file, nodeTypes.get(node.type) as NodeType);
  const stand = { ...node, type: typeId, version: 1, config: {} };
  return {
    document: { ...document, nodes: { ...document.nodes, [id]: stand } },
    nodeTypes: new Map([...nodeTypes, [typeId, type]]),
  };
}

/** The flow as it is. Throws UserError `cli.input-missing` for one whose rows come with the call. */
export function withoutInput(document: FlowDocument, nodeTypes: ReadonlyMap<string, NodeType>) {
  const isCalled = Object.values(document.nodes).some(({ type, disabled }) => {
    const behaviour = nodeTypes.get(type)?.behaviour;
    return !disabled && behaviour?.kind === 'source' && behaviour.called;
  });
  if (isCalled) throw new UserError('cli.input-missing');
  return { document, nodeTypes };
}

function rowsNode(file: string, instead: NodeType): NodeType {
  return defineNode({
    id: typeId,
    version: 1,
    name: instead.name,
    help: instead.help,
    group: 'source',
    outputs: instead.outputs,
    fields: {},
    behaviour: {
      kind: 'source',
      async *read({ pageSize }): AsyncGenerator<SourcePage> {
        let records: SourceRecord[] = [];
        let rows = 0;
        for await (const record of recordsOf(file)) {
          records.push(record);
          rows++;
          if (records.length < pageSize) continue;
          yield { records, cursor: rows };
          records = [];
        }
        if (records.length > 0) yield { records, cursor: rows };
      },
    },
    example: { config: {}, input: [], output: {} },
  });
}

async function* recordsOf(file: string): AsyncGenerator<SourceRecord> {
  if ((await firstCharacter(file)) === '[') {
    const rows = parseJson(await readText(file), file) as Json[];
    for (const [index, row] of rows.entries()) yield recordOf(row, index + 1, file);
    return;
  }
  let row = 0;
  for await (const line of linesOf(file)) {
    const text = line.trim();
    if (text === '') continue;
    row++;
    let value: Json;
    try {
      value = parseJson(text, file);
    } catch {
      yield refused(text, row, file);
      continue;
    }
    yield recordOf(value, row, file);
  }
}

async function firstCharacter(file: string): Promise<string> {
  try {
    for await (const piece of createReadStream(file, { encoding: 'utf8', highWaterMark: 1024 })) {
      const found = String(piece)
        .replace(/^\uFEFF/, '')
        .trimStart();
      if (found !== '') return found.charAt(0);
    }
    return '';
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

function recordOf(value: Json, row: number, file: string): SourceRecord {
  return isJsonObject(value) ? { value } : refused(value, row, file);
}

function refused(raw: Json, row: number, file: string): SourceRecord {
  return { raw, error: new UserError('cli.input-row', { values: { row, file } }) };
}

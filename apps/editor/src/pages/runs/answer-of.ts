// What a person types as the answer nobody saw, as the fields that go on top of the row. Pure.
import type { FlowDocument, Json, NodeDescription } from '@eclusa/flow';

/**
 * The field of the row in which the box keeps the answer, when boxes behind it may ask for it; undefined when nothing
 * follows or the box keeps none.
 */
export function answerField(
  { nodes, edges }: Pick<FlowDocument, 'nodes' | 'edges'>,
  node: string,
  type: NodeDescription | undefined,
): string | undefined {
  const field = type?.fields['saveAs'];
  if (!field || !edges.some(({ from }) => from.node === node && from.port === 'out')) return undefined;
  const name = nodes[node]?.config['saveAs'] ?? ('default' in field ? field.default : undefined);
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : undefined;
}

/** An id becomes `{ id }`, a JSON object stays as it is; nothing typed adds nothing. */
export function answerOf(field: string, typed: string): Record<string, Json> | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  try {
    const value = JSON.parse(text) as Json;
    if (typeof value === 'object' && value !== null) return { [field]: value };
    if (typeof value === 'number' && Number.isSafeInteger(value)) return { [field]: { id: value } };
  } catch {
    // No JSON: an id in letters.
  }
  return { [field]: { id: text } };
}

// Edits of boxes.
import type { FlowDocument, FlowNode } from '../document';
import type { EditOf } from './edit';
import { withoutMembers } from './group-edits';
import { keep, member, mustBeFree, without } from './records';

export const nodeGone = 'flow.node-gone';

export function addNode(document: FlowDocument, { id, node, at }: EditOf<'add-node'>): FlowDocument {
  mustBeFree(document.nodes, id);
  return place({ ...document, nodes: { ...document.nodes, [id]: node } }, { [id]: at });
}

export function removeNodes(document: FlowDocument, { ids }: EditOf<'remove-nodes'>): FlowDocument {
  for (const id of ids) member(document.nodes, id, nodeGone);
  if (ids.length === 0) return document;
  const gone = new Set(ids);
  const ungrouped = withoutMembers(document, gone);
  return {
    ...ungrouped,
    nodes: without(document.nodes, gone),
    edges: keep(document.edges, ({ from, to }) => !gone.has(from.node) && !gone.has(to.node)),
    layout: { ...ungrouped.layout, nodes: without(document.layout.nodes, gone) },
  };
}

export function moveNodes(document: FlowDocument, { positions }: EditOf<'move-nodes'>): FlowDocument {
  for (const id of Object.keys(positions)) member(document.nodes, id, nodeGone);
  return Object.keys(positions).length === 0 ? document : place(document, positions);
}

/** Sets places on the canvas; the logic of the flow stays the very same objects. */
export function place(document: FlowDocument, positions: FlowDocument['layout']['nodes']): FlowDocument {
  return { ...document, layout: { ...document.layout, nodes: { ...document.layout.nodes, ...positions } } };
}

export function renameNode(document: FlowDocument, { id, name }: EditOf<'rename-node'>): FlowDocument {
  return change(document, id, ({ name: _old, ...node }) => (name ? { ...node, name } : node));
}

export function setConfig(document: FlowDocument, { id, config }: EditOf<'set-config'>): FlowDocument {
  return change(document, id, (node) => ({ ...node, config }));
}

export function setField(document: FlowDocument, { id, field, value }: EditOf<'set-field'>): FlowDocument {
  return change(document, id, (node) => {
    if (value === undefined) return { ...node, config: without(node.config, new Set([field])) };
    return { ...node, config: { ...node.config, [field]: value } };
  });
}

export function replaceNode(document: FlowDocument, { id, node }: EditOf<'replace-node'>): FlowDocument {
  return change(document, id, () => node);
}

export function setDisabled(document: FlowDocument, { ids, disabled }: EditOf<'set-disabled'>): FlowDocument {
  return ids.reduce(
    (changed, id) =>
      change(changed, id, ({ disabled: _old, ...node }) => (disabled ? { ...node, disabled } : node)),
    document,
  );
}

function change(document: FlowDocument, id: string, edit: (node: FlowNode) => FlowNode): FlowDocument {
  const node = member(document.nodes, id, nodeGone);
  return { ...document, nodes: { ...document.nodes, [id]: edit(node) } };
}

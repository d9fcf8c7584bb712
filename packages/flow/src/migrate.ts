// Brings the settings of saved boxes up to the version of their node. Never down, and never touches an unknown node.
import type { FlowDocument, FlowNode } from './document';
import { UserError } from './errors';
import type { Json } from './json';

/** What migration needs of a node: any NodeType will do. */
export interface Migrator {
  version: number;
  /** `migrate[n]` turns config of version n+1 into n+2. */
  migrate?: readonly ((config: Record<string, Json>) => Record<string, Json>)[];
}

/**
 * The document with every box at the version of its node; the same object when all are. Boxes of unknown types or of
 * newer versions stay as they are, for validation to tell. Throws UserError `flow.migration-failed`.
 */
export function migrateFlow(document: FlowDocument, migrators: ReadonlyMap<string, Migrator>): FlowDocument {
  const changed = Object.entries(document.nodes).flatMap(([id, node]): [string, FlowNode][] => {
    const migrator = migrators.get(node.type);
    return migrator && node.version < migrator.version ? [[id, migrateNode(id, node, migrator)]] : [];
  });
  if (changed.length === 0) return document;
  return { ...document, nodes: { ...document.nodes, ...Object.fromEntries(changed) } };
}

function migrateNode(id: string, node: FlowNode, { version, migrate = [] }: Migrator): FlowNode {
  let { config } = node;
  for (let from = node.version; from < version; from++) {
    const step = migrate[from - 1];
    const fail = (reason: string, cause?: unknown) =>
      new UserError('flow.migration-failed', { values: { id, type: node.type, reason }, cause });
    if (!step) throw fail(`no step from version ${from}`);
    try {
      config = step(config);
    } catch (cause) {
      throw fail(cause instanceof Error ? cause.message : String(cause), cause);
    }
  }
  return { ...node, version, config };
}

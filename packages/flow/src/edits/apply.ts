// The one function that changes a flow. Pure: the old document stays, and what did not change is shared with it.
import type { FlowDocument } from '../document';
import { Bug, UserError } from '../errors';
import { type FlowEdit, flowEditSchema } from './edit';
import { connect, disconnect, insertOnEdge } from './edge-edits';
import * as flow from './flow-edits';
import { paste } from './fragment';
import { addGroup, removeGroups, setGroup } from './group-edits';
import * as nodes from './node-edits';

/**
 * The document after one edit. Throws UserError when the edit is malformed (`flow.edit-malformed`) or impossible here
 * (`flow.id-taken`, `flow.node-gone`, …). Keeps no history: the caller keeps documents.
 */
export function applyEdit(document: FlowDocument, edit: FlowEdit): FlowDocument {
  const checked = flowEditSchema.safeParse(edit);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    const values = { path: issue?.path.join('.') ?? '', reason: issue?.message ?? '' };
    throw new UserError('flow.edit-malformed', { values, cause: checked.error });
  }
  return carryOut(document, edit);
}

/** Several edits as one step of undo. All or none. */
export function applyEdits(document: FlowDocument, edits: readonly FlowEdit[]): FlowDocument {
  return edits.reduce(applyEdit, document);
}

function carryOut(document: FlowDocument, edit: FlowEdit): FlowDocument {
  switch (edit.type) {
    case 'add-node':
      return nodes.addNode(document, edit);
    case 'remove-nodes':
      return nodes.removeNodes(document, edit);
    case 'move-nodes':
      return nodes.moveNodes(document, edit);
    case 'rename-node':
      return nodes.renameNode(document, edit);
    case 'set-config':
      return nodes.setConfig(document, edit);
    case 'set-field':
      return nodes.setField(document, edit);
    case 'replace-node':
      return nodes.replaceNode(document, edit);
    case 'set-disabled':
      return nodes.setDisabled(document, edit);
    case 'connect':
      return connect(document, edit);
    case 'disconnect':
      return disconnect(document, edit);
    case 'insert-on-edge':
      return insertOnEdge(document, edit);
    case 'add-slot':
      return flow.addSlot(document, edit);
    case 'rename-slot':
      return flow.renameSlot(document, edit);
    case 'remove-slot':
      return flow.removeSlot(document, edit);
    case 'add-parameter':
      return flow.addParameter(document, edit);
    case 'set-parameter':
      return flow.setParameter(document, edit);
    case 'remove-parameter':
      return flow.removeParameter(document, edit);
    default:
      return carryOutOnWhole(document, edit);
  }
}

type WholeEdit = Extract<
  FlowEdit,
  {
    type:
      | `${string}-note`
      | `${string}-group`
      | 'remove-notes'
      | 'remove-groups'
      | 'rename-flow'
      | 'describe-flow'
      | 'set-settings'
      | 'paste'
      | 'replace-document';
  }
>;

/** Edits of notes and groups, of the flow's own words, and of everything at once. */
function carryOutOnWhole(document: FlowDocument, edit: WholeEdit): FlowDocument {
  switch (edit.type) {
    case 'add-note':
      return flow.addNote(document, edit);
    case 'set-note':
      return flow.setNote(document, edit);
    case 'remove-notes':
      return flow.removeNotes(document, edit);
    case 'add-group':
      return addGroup(document, edit);
    case 'set-group':
      return setGroup(document, edit);
    case 'remove-groups':
      return removeGroups(document, edit);
    case 'rename-flow':
      return flow.renameFlow(document, edit);
    case 'describe-flow':
      return flow.describeFlow(document, edit);
    case 'set-settings':
      return flow.setSettings(document, edit);
    case 'paste':
      return paste(document, edit);
    case 'replace-document':
      return edit.document;
    default:
      return assertNever(edit);
  }
}

function assertNever(edit: never): never {
  throw new Bug('bug.unexpected', { values: { detail: `edit ${JSON.stringify(edit)}` } });
}

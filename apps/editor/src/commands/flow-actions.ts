// Every action on a drawing, as data: its keys, where it is listed, and what must be there first. What each does is
// in useFlowActions; what it is called, in the sentences under `canvas.action`.
import type { Sentences } from '../i18n/resources';

export type ActionId = keyof Sentences['canvas']['action'];
export const sections = ['edit', 'connect', 'arrange', 'view', 'flow'] as const;
export type Section = (typeof sections)[number];
export type Need = keyof Sentences['canvas']['needs'];

export interface FlowAction {
  id: ActionId;
  section: Section;
  /** The first is the one to teach. */
  keys: readonly string[];
  needs?: Need;
  /** The browser's own clipboard events answer the key. */
  native?: true;
  /** Where else than on the canvas the key counts: in the flow's own forms, or in every field. */
  inText?: 'forms' | 'everywhere';
}

const edit: FlowAction[] = [
  { id: 'undo', section: 'edit', keys: ['mod+Z'], needs: 'past', inText: 'forms' },
  { id: 'redo', section: 'edit', keys: ['mod+shift+Z', 'mod+Y'], needs: 'future', inText: 'forms' },
  { id: 'copy', section: 'edit', keys: ['mod+C'], needs: 'some', native: true },
  { id: 'cut', section: 'edit', keys: ['mod+X'], needs: 'some', native: true },
  { id: 'paste', section: 'edit', keys: ['mod+V'], native: true },
  { id: 'duplicate', section: 'edit', keys: ['mod+D'], needs: 'some' },
  { id: 'delete', section: 'edit', keys: ['Delete', 'Backspace'], needs: 'some' },
  { id: 'selectAll', section: 'edit', keys: ['mod+A'], needs: 'empty' },
  { id: 'deselect', section: 'edit', keys: ['Escape'] },
  { id: 'toggle', section: 'edit', keys: ['D'], needs: 'box' },
  { id: 'rename', section: 'edit', keys: ['F2'], needs: 'renamed' },
  { id: 'replace', section: 'edit', keys: ['R'], needs: 'one' },
  { id: 'note', section: 'edit', keys: ['N'] },
];

const connect: FlowAction[] = [
  { id: 'connect', section: 'connect', keys: ['C'], needs: 'one' },
  { id: 'disconnect', section: 'connect', keys: ['X'], needs: 'one' },
  { id: 'addAfter', section: 'connect', keys: ['A'], needs: 'one' },
  { id: 'next', section: 'connect', keys: ['alt+ArrowRight'], needs: 'empty' },
  { id: 'previous', section: 'connect', keys: ['alt+ArrowLeft'], needs: 'empty' },
  { id: 'above', section: 'connect', keys: ['alt+ArrowUp'], needs: 'empty' },
  { id: 'below', section: 'connect', keys: ['alt+ArrowDown'], needs: 'empty' },
];

const arrange: FlowAction[] = [
  { id: 'moveLeft', section: 'arrange', keys: ['ArrowLeft', 'shift+ArrowLeft'], needs: 'some' },
  { id: 'moveRight', section: 'arrange', keys: ['ArrowRight', 'shift+ArrowRight'], needs: 'some' },
  { id: 'moveUp', section: 'arrange', keys: ['ArrowUp', 'shift+ArrowUp'], needs: 'some' },
  { id: 'moveDown', section: 'arrange', keys: ['ArrowDown', 'shift+ArrowDown'], needs: 'some' },
  { id: 'tidy', section: 'arrange', keys: ['shift+T'], needs: 'empty' },
  { id: 'group', section: 'arrange', keys: ['mod+G'], needs: 'box' },
  { id: 'ungroup', section: 'arrange', keys: ['mod+shift+G'], needs: 'group' },
  { id: 'fold', section: 'arrange', keys: ['F'], needs: 'group' },
  { id: 'alignLeft', section: 'arrange', keys: ['shift+L'], needs: 'two' },
  { id: 'alignCentre', section: 'arrange', keys: ['shift+C'], needs: 'two' },
  { id: 'alignRight', section: 'arrange', keys: ['shift+R'], needs: 'two' },
  { id: 'alignTop', section: 'arrange', keys: ['shift+U'], needs: 'two' },
  { id: 'alignMiddle', section: 'arrange', keys: ['shift+M'], needs: 'two' },
  { id: 'alignBottom', section: 'arrange', keys: ['shift+B'], needs: 'two' },
  { id: 'spreadAcross', section: 'arrange', keys: ['shift+H'], needs: 'three' },
  { id: 'spreadDown', section: 'arrange', keys: ['shift+V'], needs: 'three' },
];

const view: FlowAction[] = [
  { id: 'fit', section: 'view', keys: ['shift+1'] },
  { id: 'fitSelection', section: 'view', keys: ['shift+2'], needs: 'some' },
  { id: 'zoomIn', section: 'view', keys: ['+', '='] },
  { id: 'zoomOut', section: 'view', keys: ['-'] },
  { id: 'actualSize', section: 'view', keys: ['shift+0'] },
  { id: 'miniMap', section: 'view', keys: ['M'] },
];

const flow: FlowAction[] = [
  { id: 'commands', section: 'flow', keys: ['mod+K'], inText: 'everywhere' },
  { id: 'find', section: 'flow', keys: ['mod+F'], inText: 'forms' },
  { id: 'palette', section: 'flow', keys: ['/'] },
  { id: 'problems', section: 'flow', keys: ['P'] },
  { id: 'settings', section: 'flow', keys: ['S'] },
  { id: 'save', section: 'flow', keys: ['mod+S'], inText: 'everywhere' },
  { id: 'help', section: 'flow', keys: ['?'] },
];

/** In the order they are listed. */
export const flowActions: readonly FlowAction[] = [...edit, ...connect, ...arrange, ...view, ...flow];

/** What is drawn and selected, as far as actions ask for it. */
export interface Facts {
  drawn: number;
  boxes: number;
  groups: number;
  notes: number;
  lines: number;
  /** Whether a selected box is in a group. */
  grouped: boolean;
  past: number;
  future: number;
}

/** What must be done before the action is possible, or undefined when it is. */
export function missingFor({ needs }: FlowAction, facts: Facts): Need | undefined {
  const { boxes, groups, notes, lines } = facts;
  const met: Record<Need, boolean> = {
    box: boxes > 0,
    one: boxes === 1,
    two: boxes + groups > 1,
    three: boxes + groups > 2,
    some: boxes + groups + notes + lines > 0,
    group: groups > 0 || facts.grouped,
    past: facts.past > 0,
    future: facts.future > 0,
    empty: facts.drawn > 0,
    renamed: boxes + groups === 1,
  };
  return needs === undefined || met[needs] ? undefined : needs;
}

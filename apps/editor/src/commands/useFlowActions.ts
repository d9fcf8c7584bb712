// What each action of the list does, and whether it is possible now. Keys, the command bar and menus all run these.
import { notifications } from '@mantine/notifications';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { groupNameId } from '../canvas/GroupName';
import { chosenBoxes, chosenGroups } from '../canvas/layout-commands';
import { noteTextId } from '../canvas/NoteCard';
import { useFlowCommands, type FlowCommands } from '../canvas/useFlowCommands';
import type { Way } from '../canvas/walking';
import { boxNameId } from '../panel/NodeHead';
import { mainOutput } from '../store/adding';
import { readClip } from '../store/clipboard';
import { useFlowStores, type FlowStores } from '../store/flow-stores';
import { missingFor, type ActionId, type Facts, type FlowAction } from './flow-actions';

const farStep = 10;

export interface FlowActions {
  /** Does the action, when it is possible. `far` for the larger step of a move. */
  run: (action: FlowAction, far?: boolean) => void;
  /** What stands in the way now, or undefined. */
  missing: (action: FlowAction) => ReturnType<typeof missingFor>;
}

export function useFlowActions(): FlowActions {
  const { t } = useTranslation();
  const stores = useFlowStores();
  const commands = useFlowCommands();
  const missing = useCallback((action: FlowAction) => missingFor(action, factsOf(stores)), [stores]);
  return useMemo(() => {
    const tell = (message: string) => notifications.show({ message, color: 'yellow', autoClose: 2500 });
    const walkTo = (way: Way) => !commands.walk(way) && tell(t('canvas.walk.none'));
    const clipboard = clipboardActions(commands, {
      denied: (keys) => tell(t('canvas.clipboard.denied', { keys })),
      nothing: () => tell(t('canvas.clipboard.nothing')),
      copied: (count) =>
        notifications.show({ message: t('editor.clipboard.copied', { count }), autoClose: 1500 }),
      count: () => chosenBoxes(stores).length,
    });
    const work = { ...clipboard, ...drawing(stores, commands, walkTo), ...screen(stores, commands) };
    return {
      missing,
      run: (action, far = false) => {
        if (missing(action) === undefined) work[action.id](far ? farStep : 1);
      },
    };
  }, [stores, commands, missing, t]);
}

type Work = (step: number) => void;

function factsOf(stores: FlowStores): Facts {
  const { document, past, future } = stores.document.getState();
  const { nodes, edges } = stores.view.getState();
  return {
    drawn: Object.keys(document.nodes).length,
    boxes: nodes.filter((id) => document.nodes[id]).length,
    groups: nodes.filter((id) => id.startsWith('group:')).length,
    notes: nodes.filter((id) => id.startsWith('note:')).length,
    lines: edges.length,
    grouped: chosenGroups(stores).length > 0,
    past: past.length,
    future: future.length,
  };
}

interface ClipboardTells {
  denied: (keys: string) => void;
  nothing: () => void;
  copied: (count: number) => void;
  count: () => number;
}

/** Copy and paste from a list of actions; the keys themselves are answered by the browser's clipboard events. */
function clipboardActions(commands: FlowCommands, tell: ClipboardTells) {
  const copy = async (then: () => void, keys: string) => {
    const text = commands.copySelected();
    if (text === null) return;
    const count = tell.count();
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      tell.denied(keys);
      return;
    }
    then();
    tell.copied(count);
  };
  const paste = async () => {
    let text: string;
    try {
      text = await navigator.clipboard.readText();
    } catch {
      tell.denied('Ctrl+V');
      return;
    }
    const clip = readClip(text);
    if (clip) commands.paste(clip);
    else tell.nothing();
  };
  return {
    copy: () => void copy(() => undefined, 'Ctrl+C'),
    cut: () => void copy(commands.removeSelected, 'Ctrl+X'),
    paste: () => void paste(),
  };
}

function drawing(stores: FlowStores, commands: FlowCommands, walkTo: (way: Way) => void) {
  const { view } = stores;
  return {
    undo: commands.undo,
    redo: commands.redo,
    duplicate: commands.duplicate,
    delete: commands.removeSelected,
    selectAll: commands.selectAll,
    deselect: () => view.getState().select([]),
    toggle: commands.toggleDisabled,
    rename: () => rename(stores),
    replace: () => view.getState().show('replace'),
    note: () => focusSoon(noteTextId(commands.addNote())),
    connect: () => view.getState().show('connect'),
    disconnect: () => view.getState().show('disconnect'),
    addAfter: () => addAfter(stores),
    next: () => walkTo('next'),
    previous: () => walkTo('previous'),
    above: () => walkTo('above'),
    below: () => walkTo('below'),
    moveLeft: (step) => commands.nudge(-step, 0),
    moveRight: (step) => commands.nudge(step, 0),
    moveUp: (step) => commands.nudge(0, -step),
    moveDown: (step) => commands.nudge(0, step),
    tidy: commands.tidy,
    group: () => {
      commands.group();
      rename(stores);
    },
    ungroup: commands.ungroup,
    fold: commands.fold,
    alignLeft: () => commands.align('left'),
    alignCentre: () => commands.align('centre'),
    alignRight: () => commands.align('right'),
    alignTop: () => commands.align('top'),
    alignMiddle: () => commands.align('middle'),
    alignBottom: () => commands.align('bottom'),
    spreadAcross: () => commands.space('across'),
    spreadDown: () => commands.space('down'),
  } satisfies Partial<Record<ActionId, Work>>;
}

function screen({ view, save }: FlowStores, commands: FlowCommands) {
  const toggle = (side: 'problems' | 'flow') =>
    view.getState().open(view.getState().side === side ? null : side);
  return {
    fit: commands.fit,
    fitSelection: commands.fitSelection,
    zoomIn: commands.zoomIn,
    zoomOut: commands.zoomOut,
    actualSize: commands.actualSize,
    miniMap: () => view.getState().toggleMiniMap(),
    find: () => view.getState().show('find'),
    commands: () => view.getState().show('commands'),
    palette: () => window.document.querySelector<HTMLInputElement>('[data-palette-search]')?.focus(),
    problems: () => toggle('problems'),
    settings: () => toggle('flow'),
    save: () => void save.getState().save(),
    help: () => view.getState().show('keys'),
  } satisfies Partial<Record<ActionId, Work>>;
}

/** The list of boxes opens beside the selected box. */
function addAfter({ document, view, catalogue }: FlowStores): void {
  const [id] = view.getState().nodes;
  const from = id === undefined ? null : mainOutput(document.getState().document, catalogue.nodes, id);
  if (id === undefined || !from) return;
  const card = window.document
    .querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
    ?.getBoundingClientRect();
  const at = { x: card?.right ?? window.innerWidth / 2, y: card?.top ?? window.innerHeight / 3 };
  view.getState().addAt({ screen: at, from });
}

/** The cursor goes into the name of the selected box or group. */
function rename(stores: FlowStores): void {
  const group = chosenGroups(stores).find(({ id }) => stores.view.getState().nodes.includes(`group:${id}`));
  if (group) focusSoon(groupNameId(group.id));
  else focusSoon(boxNameId(stores.view.getState().nodes[0] ?? ''));
}

/** What was just made stands in the page a moment later: on a busy machine after seconds. */
function focusSoon(id: string, tries = 40): void {
  window.setTimeout(() => {
    const field = window.document.getElementById(id);
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      field.focus({ preventScroll: true });
      field.select();
    } else if (tries > 0) focusSoon(id, tries - 1);
  }, 50);
}

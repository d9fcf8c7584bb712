// The keyboard of the flow editor. Text fields keep their own keys, but for save, undo and redo.
import { useHotkeys, type HotkeyItem } from '@mantine/hooks';
import { useEffect } from 'react';
import { useFlowCommands } from '../../canvas/useFlowCommands';
import { useFlowStores } from '../../store/flow-stores';

/** True when the key belongs to a text a person is typing outside the flow's own forms. */
function typesElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('.cm-editor')) return true;
  return target.matches('input, textarea') && !target.closest('[data-flow-form]');
}

/** True when the key is meant for the drawing, not for a dialog, a menu or the side panel. */
function isForDrawing(event: KeyboardEvent): boolean {
  const elsewhere = '[role="dialog"], [role="menu"], [role="listbox"], [data-side]';
  return !(event.target instanceof HTMLElement && event.target.closest(elsewhere));
}

/** `onHelp` opens the list of keys. */
export function useFlowKeys(onHelp: () => void): void {
  const { document, view, save } = useFlowStores();
  const commands = useFlowCommands();
  const drawing =
    (work: () => void) =>
    (event: KeyboardEvent): void => {
      if (isForDrawing(event)) work();
    };
  const keys: HotkeyItem[] = [
    ['Delete', drawing(commands.removeSelected)],
    ['Backspace', drawing(commands.removeSelected)],
    ['mod+D', drawing(commands.duplicate)],
    ['mod+A', drawing(commands.selectAll)],
    ['D', drawing(commands.toggleDisabled)],
    ['shift+T', drawing(commands.tidy)],
    ['shift+1', drawing(commands.fit)],
    ['shift+!', drawing(commands.fit)],
    ['Escape', () => view.getState().select([])],
    ['/', () => window.document.querySelector<HTMLInputElement>('[data-palette-search]')?.focus()],
  ];
  useHotkeys(keys);
  useHotkeys([['mod+S', () => void save.getState().save()]], []);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.matches('input, textarea, [contenteditable]');
      if (event.key === '?' && !typing) onHelp();
      if (!(event.ctrlKey || event.metaKey) || typesElsewhere(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) document.getState().redo();
      else document.getState().undo();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [document, onHelp]);
}

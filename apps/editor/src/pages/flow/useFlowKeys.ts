// The keyboard of the flow editor: the list of actions, answered wherever no text is being typed.
import { useEffect } from 'react';
import { flowActions, type FlowAction } from '../../commands/flow-actions';
import { isPressed } from '../../commands/keys';
import { useFlowActions } from '../../commands/useFlowActions';

const typed = 'input, textarea, select, [contenteditable="true"], .cm-editor';
const elsewhere = '[role="dialog"], [role="menu"], [role="listbox"], [data-side], [role="tablist"]';

/** True when the key is meant for the drawing, not for a text, a dialog, a menu or the side panel. */
function isFor({ inText }: FlowAction, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return true;
  if (target.closest('[role="dialog"], .cm-editor')) return false;
  if (inText === 'everywhere') return true;
  if (inText === 'forms') return !target.closest(typed) || target.closest('[data-flow-form]') !== null;
  return !target.closest(typed) && !target.closest(elsewhere);
}

/** Enter and the arrows belong to whatever control has the focus, unless that is a box. */
function isForControl(event: KeyboardEvent): boolean {
  const isArrow = event.key.startsWith('Arrow') && !event.altKey;
  return (
    isArrow && event.target instanceof HTMLElement && event.target.closest('button, a, [role="tab"]') !== null
  );
}

/** Listens as long as the flow is open, before React Flow does, which has keys of its own for moving a box. */
export function useFlowKeys(): void {
  const { run, missing } = useFlowActions();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isForControl(event)) return;
      const action = flowActions.find((each) => each.keys.some((keys) => isPressed(keys, event)));
      if (!action || action.native || !isFor(action, event.target)) return;
      // Other lists close on Escape too.
      if (action.id !== 'deselect') event.preventDefault();
      if (missing(action) !== undefined) return;
      if (event.key.startsWith('Arrow')) event.stopPropagation();
      run(action, event.shiftKey);
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [run, missing]);
}

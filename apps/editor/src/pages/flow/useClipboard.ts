// Copy, cut and paste of boxes through the browser's own clipboard events: no permission, and it works between tabs.
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFlowCommands } from '../../canvas/useFlowCommands';
import { readClip } from '../../store/clipboard';
import { useFlowStores } from '../../store/flow-stores';

/** Text fields and selected text keep the clipboard for themselves. */
function isAboutText(event: ClipboardEvent): boolean {
  const target = event.target;
  if (
    target instanceof HTMLElement &&
    target.closest('input, textarea, [contenteditable="true"], [role="dialog"]')
  )
    return true;
  return event.type !== 'paste' && (window.getSelection()?.toString() ?? '') !== '';
}

/** Listens as long as the flow is open. */
export function useClipboard(): void {
  const { t } = useTranslation();
  const { view } = useFlowStores();
  const commands = useFlowCommands();
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      const text = isAboutText(event) ? null : commands.copySelected();
      if (text === null) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', text);
      const count = view.getState().nodes.length;
      if (event.type === 'cut') commands.removeSelected();
      notifications.show({ message: t('editor.clipboard.copied', { count }), autoClose: 1500 });
    };
    const paste = (event: ClipboardEvent) => {
      if (isAboutText(event)) return;
      const clip = readClip(event.clipboardData?.getData('text/plain') ?? '');
      if (!clip) return;
      event.preventDefault();
      commands.paste(clip);
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', paste);
    };
  }, [commands, view, t]);
}

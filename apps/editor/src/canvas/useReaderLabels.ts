// What React Flow tells screen readers, in the shown language.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** For ReactFlow's `ariaLabelConfig`. */
export function useReaderLabels() {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      'node.a11yDescription.default': t('editor.reader.box'),
      'node.a11yDescription.keyboardDisabled': t('editor.reader.box'),
      'node.a11yDescription.ariaLiveMessage': ({ x, y }: { x: number; y: number }) =>
        t('editor.reader.moved', { x: Math.round(x), y: Math.round(y) }),
      'edge.a11yDescription.default': t('editor.reader.line'),
      'minimap.ariaLabel': t('editor.miniMap'),
      'handle.ariaLabel': t('editor.reader.port'),
    }),
    [t],
  );
}

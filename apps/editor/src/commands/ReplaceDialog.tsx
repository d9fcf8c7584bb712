// Another box in the place of the selected one. Those most like it come first.
import { useTranslation } from 'react-i18next';
import { useFlowCommands } from '../canvas/useFlowCommands';
import { useToast } from '../shell/useToast';
import { useFlowStores } from '../store/flow-stores';
import type { LineDialogProps } from './ConnectDialog';
import { SearchDialog } from './SearchDialog';
import { useBoxItems } from './useBoxItems';

/** Arrows and settings that fit are kept; what did not fit is told. */
export function ReplaceDialog({ box, onClose }: LineDialogProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const { document, catalogue } = useFlowStores();
  const { replace } = useFlowCommands();
  const items = useBoxItems();
  const now = catalogue.nodes.get(document.getState().document.nodes[box]!.type);
  const nodes = [...catalogue.nodes.values()]
    .filter(({ id }) => id !== now?.id)
    .map((node) => {
      const near = (node.group === now?.group ? 2 : 0) + (node.area === now?.area ? 1 : 0);
      const shape = node.inputs.length === now?.inputs.length ? 1 : 0;
      return { node, near: near + shape };
    })
    .sort((a, b) => b.near - a.near);
  const choose = (id: string) => {
    const next = catalogue.nodes.get(id);
    const done = next && replace(box, next);
    if (!done) return;
    const sentences = [
      t('canvas.replace.done', { name: items.nameOf(box) }),
      ...(done.leftBehind.length > 0
        ? [t('canvas.replace.left', { names: done.leftBehind.join(', ') })]
        : []),
      ...(done.lostEdges.length > 0 ? [t('canvas.replace.lost', { count: done.lostEdges.length })] : []),
    ];
    toast.good(sentences.join(' '));
  };
  return (
    <SearchDialog
      title={t('canvas.replace.title', { name: items.nameOf(box) })}
      placeholder={t('canvas.replace.placeholder')}
      items={nodes.map(({ node }) => items.ofCatalogue(node, items.kindOf(node)))}
      onChoose={choose}
      onClose={onClose}
    />
  );
}

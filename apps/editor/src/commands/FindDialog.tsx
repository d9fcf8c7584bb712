// Search in the flow: a name, or anything filled in, leads to the box and the field.
import { IconNote, IconStack2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { groupNodeId, noteNodeId } from '../canvas/canvas-nodes';
import { useLocale } from '../i18n/useLocale';
import { useFlowStores } from '../store/flow-stores';
import { around, filledIn, worded } from './find-in-flow';
import { SearchDialog, type SearchItem } from './SearchDialog';
import { useBoxItems } from './useBoxItems';
import { useJump } from './useJump';

/** Parts of a line's id; ids of boxes hold no blank. */
const gap = ' ';

export function FindDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { document, catalogue } = useFlowStores();
  const items = useBoxItems();
  const jump = useJump();
  const flow = document.getState().document;
  const boxes = Object.entries(flow.nodes).flatMap(([id, node]): SearchItem[] => {
    const line = items.ofFlow(id, t('canvas.commands.goTo'));
    const filled = filledIn(node.config, catalogue.nodes.get(node.type)?.fields, locale);
    return [
      { ...line, section: line.title },
      ...filled.map(({ field, name, text }, index) => ({
        ...{ id: [id, field, index].join(gap), title: around(text, ''), section: line.title },
        ...{ detail: name, words: [text], icon: line.icon },
      })),
    ];
  });
  const others = worded(flow).map(({ kind, id, text }): SearchItem => ({
    id: kind === 'note' ? noteNodeId(id) : groupNodeId(id),
    title: around(text, ''),
    section: t(`canvas.find.${kind}`),
    words: [text],
    icon: kind === 'note' ? <IconNote size={18} aria-hidden /> : <IconStack2 size={18} aria-hidden />,
  }));
  return (
    <SearchDialog
      title={t('canvas.find.title')}
      placeholder={t('canvas.find.placeholder')}
      items={[...boxes, ...others]}
      onChoose={(chosen) => {
        const [id = '', field] = chosen.split(gap);
        jump(id, field);
      }}
      onClose={onClose}
      quiet
    />
  );
}

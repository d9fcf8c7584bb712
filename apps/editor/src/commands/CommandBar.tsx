// Everything that can be done, in one searchable list: actions with their keys, boxes to add, boxes to go to.
import { useTranslation } from 'react-i18next';
import { useFlowCommands } from '../canvas/useFlowCommands';
import { resources } from '../i18n/resources';
import { useFlowStores } from '../store/flow-stores';
import { flowActions } from './flow-actions';
import { Keys } from './Keys';
import { SearchDialog, type SearchItem } from './SearchDialog';
import { useBoxItems } from './useBoxItems';
import { useFlowActions } from './useFlowActions';
import { useJump } from './useJump';

const [action, add, goTo] = ['action:', 'add:', 'go:'];

export function CommandBar({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { document, catalogue } = useFlowStores();
  const { run, missing } = useFlowActions();
  const commands = useFlowCommands();
  const items = useBoxItems();
  const jump = useJump();
  const lines: SearchItem[] = [
    ...flowActions
      .filter(({ id }) => id !== 'commands')
      .map((each): SearchItem => {
        const need = missing(each);
        return {
          id: action + each.id,
          title: t(`canvas.action.${each.id}`),
          section: t(`canvas.section.${each.section}`),
          // Found by its name in any of the languages.
          words: Object.values(resources).map(({ canvas }) => canvas.action[each.id]),
          aside: <Keys keys={each.keys[0]!} />,
          ...(need && { refused: t('canvas.commands.notNow', { why: t(`canvas.needs.${need}`) }) }),
        };
      }),
    ...Object.keys(document.getState().document.nodes).map((id) => {
      const line = items.ofFlow(id, t('canvas.commands.goTo'));
      return { ...line, id: goTo + id };
    }),
    ...[...catalogue.nodes.values()].map((node) => {
      const line = items.ofCatalogue(node, t('canvas.commands.add'));
      return { ...line, id: add + node.id };
    }),
  ];
  const choose = (id: string) => {
    const known = flowActions.find((each) => action + each.id === id);
    const node = id.startsWith(add!) && catalogue.nodes.get(id.slice(add!.length));
    if (known) run(known);
    else if (node) commands.add(node);
    else jump(id.slice(goTo!.length));
  };
  return (
    <SearchDialog
      title={t('canvas.commands.title')}
      placeholder={t('canvas.commands.placeholder')}
      items={lines}
      onChoose={choose}
      onClose={onClose}
      limit={80}
    />
  );
}

// Boxes of the flow and boxes to add, as lines of a list.
import { areaNames, locales, type NodeDescription } from '@eclusa/flow';
import { useTranslation } from 'react-i18next';
import { titleOf } from '../canvas/to-react-flow';
import { useLocale } from '../i18n/useLocale';
import { useFlowStores } from '../store/flow-stores';
import { BoxIcon } from './BoxIcon';
import type { SearchItem } from './SearchDialog';

/** Makes the line of one box of the flow, and of one box of the catalogue. */
export function useBoxItems() {
  const { t } = useTranslation();
  const { locale, say } = useLocale();
  const { document, catalogue } = useFlowStores();
  const kindOf = ({ group, area }: NodeDescription) =>
    [t(`editor.group.${group}`), ...(area ? [say(areaNames[area])] : [])].join(' · ');
  return {
    kindOf,
    nameOf: (id: string) => {
      const node = document.getState().document.nodes[id];
      return node ? titleOf(node, catalogue.nodes.get(node.type), locale) : id;
    },
    ofFlow: (id: string, section: string): SearchItem => {
      const node = document.getState().document.nodes[id]!;
      const description = catalogue.nodes.get(node.type);
      const title = titleOf(node, description, locale);
      const kind = description ? say(description.name) : node.type;
      return {
        ...{ id, title, section },
        detail: kind === title && description ? kindOf(description) : kind,
        words: [id, ...(description ? locales.map((each) => description.name[each]) : [])],
        icon: <BoxIcon type={node.type} description={description} />,
      };
    },
    ofCatalogue: (node: NodeDescription, section: string): SearchItem => ({
      ...{ id: node.id, title: node.name[locale], section },
      detail: kindOf(node),
      words: [...locales.map((each) => node.name[each]), ...(node.keywords ?? []), node.id],
      icon: <BoxIcon type={node.id} description={node} />,
    }),
  };
}

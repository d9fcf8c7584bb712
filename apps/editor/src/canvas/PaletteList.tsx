// Searchable list of boxes. The palette at the left and the quick-add menu are both this.
import { TextInput, Tooltip } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { memo, useMemo, useState, type DragEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { areaNames, type NodeDescription } from '@eclusa/flow';
import { useLocale } from '../i18n/useLocale';
import { useFlowStores } from '../store/flow-stores';
import { groupColour, nodeIcon } from '../theme/groups';
import classes from './canvas.module.css';
import { bestMatch, paletteGroups } from './palette-groups';

/** The type under which a dragged box travels to the canvas. */
export const DRAGGED = 'application/x-eclusa-box';

export interface PaletteListProps {
  onPick: (description: NodeDescription) => void;
  draggable?: boolean;
  autoFocus?: boolean;
  /** Boxes that make sense here; all when not given. */
  only?: (description: NodeDescription) => boolean;
}

/** Enter in the search takes the best match. */
export function PaletteList({ onPick, draggable = false, autoFocus = false, only }: PaletteListProps) {
  const { t } = useTranslation();
  const { locale, say } = useLocale();
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const { catalogue } = useFlowStores();
  const [query, setQuery] = useState('');
  const groups = useMemo(() => {
    const all = paletteGroups(catalogue.nodes, query, locale);
    if (!only) return all;
    return all
      .map((part) => ({ ...part, nodes: part.nodes.filter(only) }))
      .filter(({ nodes }) => nodes.length > 0);
  }, [catalogue, query, locale, only]);
  const first = bestMatch(groups, query);
  const pickFirst = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !first) return;
    event.preventDefault();
    onPick(first);
    // Ready for the next box: on the keyboard a whole flow is drawn from here.
    setQuery('');
  };
  return (
    <>
      <div className={classes.paletteHead}>
        <TextInput
          aria-label={t('editor.palette.search')}
          placeholder={t('editor.palette.search')}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={query}
          data-autofocus={autoFocus || undefined}
          data-palette-search={draggable || undefined}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={pickFirst}
        />
      </div>
      <div className={classes.paletteList}>
        {groups.map(({ group, area, nodes }) => {
          const title = [t(`canvas.wish.${group}`), ...(area ? [say(areaNames[area])] : [])].join(' · ');
          return (
            <section key={title} aria-label={title}>
              <h3 className={classes.groupTitle} style={{ color: groupColour(group).ink, margin: 0 }}>
                {title}
              </h3>
              {nodes.map((node) => (
                <PaletteItem
                  key={node.id}
                  node={node}
                  name={node.name[locale]}
                  active={node === first}
                  onPick={onPick}
                  onPoint={setPointed}
                  draggable={draggable}
                />
              ))}
            </section>
          );
        })}
        {groups.length === 0 && <p className={classes.noMatch}>{t('editor.palette.none', { query })}</p>}
      </div>
      {/* One for all: a tooltip of its own for each of some hundred boxes takes long to make. */}
      {pointed && <Tooltip opened target={pointed.element} label={say(pointed.node.help)} position="right" />}
    </>
  );
}

interface Pointed {
  node: NodeDescription;
  element: HTMLElement;
}

interface PaletteItemProps {
  node: NodeDescription;
  name: string;
  /** Enter in the search would take it. */
  active: boolean;
  onPick: (description: NodeDescription) => void;
  onPoint: (pointed: Pointed | null) => void;
  draggable: boolean;
}

const PaletteItem = memo(function PaletteItem({
  node,
  name,
  active,
  onPick,
  onPoint,
  draggable,
}: PaletteItemProps) {
  const colour = groupColour(node.group);
  const Picture = nodeIcon(node.id, node.group);
  const drag = (event: DragEvent) => {
    event.dataTransfer.setData(DRAGGED, node.id);
    event.dataTransfer.effectAllowed = 'copy';
    onPoint(null);
  };
  const point = ({ currentTarget }: { currentTarget: HTMLElement }) =>
    onPoint({ node, element: currentTarget });
  const leave = () => onPoint(null);
  return (
    <button
      type="button"
      className={classes.item}
      data-active={active || undefined}
      draggable={draggable}
      onDragStart={drag}
      onMouseEnter={point}
      onMouseLeave={leave}
      onFocus={point}
      onBlur={leave}
      // A double click is one wish, so only its first click counts.
      onClick={(event) => event.detail <= 1 && onPick(node)}
    >
      <span className={classes.itemIcon} style={{ color: colour.ink, background: colour.soft }}>
        <Picture size={17} stroke={1.8} aria-hidden />
      </span>
      <span className={classes.itemName}>{name}</span>
    </button>
  );
});

// A list to search and choose from by keyboard: the one dialog behind the command bar, find, connect and replace.
import { Modal, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './commands.module.css';
import { ranked } from './ranked';

export interface SearchItem {
  id: string;
  title: string;
  /** Under which heading it stands. */
  section: string;
  /** A line below the title. */
  detail?: string;
  /** Other texts it is found by. */
  words?: readonly string[];
  icon?: ReactNode;
  /** At the right: keys, say. */
  aside?: ReactNode;
  /** Why it cannot be chosen now. */
  refused?: string;
}

export interface SearchDialogProps {
  title: string;
  placeholder: string;
  items: readonly SearchItem[];
  onChoose: (id: string) => void;
  onClose: () => void;
  /** How many are listed at most. */
  limit?: number;
  /** Nothing is listed before something is typed. */
  quiet?: boolean;
}

/** Stands only while it is open. Enter takes the marked line; a refused one stays and says why. */
export function SearchDialog({
  title,
  placeholder,
  items,
  onChoose,
  onClose,
  limit = 60,
  quiet,
}: SearchDialogProps) {
  const { t } = useTranslation();
  const list = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(
    () => (quiet && query.trim() === '' ? [] : ranked(items, query).slice(0, limit)),
    [items, query, limit, quiet],
  );
  const marked = found[Math.min(at, found.length - 1)];
  const choose = (item: SearchItem | undefined) => {
    if (!item || item.refused !== undefined) return;
    onClose();
    onChoose(item.id);
  };
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') {
      event.preventDefault();
      choose(marked);
    }
    if (step === undefined || found.length === 0) return;
    event.preventDefault();
    const next = (Math.min(at, found.length - 1) + step + found.length) % found.length;
    setAt(next);
    document.getElementById(`${list}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      yOffset="12vh"
      classNames={{ body: classes.body! }}
    >
      <div className={classes.field}>
        <IconSearch size={17} aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={list}
          aria-activedescendant={marked && `${list}-${found.indexOf(marked)}`}
          aria-label={placeholder}
          placeholder={placeholder}
          value={query}
          onKeyDown={move}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
        />
      </div>
      <VisuallyHidden role="status">{t('canvas.search.count', { count: found.length })}</VisuallyHidden>
      <div id={list} role="listbox" aria-label={t('canvas.search.results')} className={classes.list}>
        {found.map((item, index) => (
          <Line
            key={item.id}
            id={`${list}-${index}`}
            item={item}
            heading={item.section !== found[index - 1]?.section}
            marked={item === marked}
            onPoint={() => setAt(index)}
            onChoose={() => choose(item)}
          />
        ))}
      </div>
      {query.trim() !== '' && found.length === 0 && (
        <p className={classes.none}>{t('canvas.search.none', { query })}</p>
      )}
      <p className={classes.how}>{t('canvas.search.how')}</p>
    </Modal>
  );
}

interface LineProps {
  id: string;
  item: SearchItem;
  heading: boolean;
  marked: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

function Line({ id, item, heading, marked, onPoint, onChoose }: LineProps) {
  return (
    <>
      {heading && (
        <div className={classes.section} role="presentation">
          {item.section}
        </div>
      )}
      <div
        id={id}
        role="option"
        aria-selected={marked}
        aria-disabled={item.refused !== undefined}
        className={classes.line}
        onMouseMove={() => !marked && onPoint()}
        onClick={onChoose}
      >
        {item.icon}
        <span className={classes.words}>
          <span className={classes.title}>{item.title}</span>
          {(item.refused ?? item.detail) !== undefined && (
            <span className={item.refused === undefined ? classes.detail : classes.refused}>
              {item.refused ?? item.detail}
            </span>
          )}
        </span>
        {item.aside}
      </div>
    </>
  );
}

// The wide view of a mapping: the picture, or the results of every sample row, over the drawing.
import { Modal } from '@mantine/core';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingLine, Suggestion } from '@eclusa/flow';
import { FieldScopeProvider, useFieldScope } from '../fields/field-scope';
import { withTarget } from '../fields/mapping-lines';
import { useLocale } from '../i18n/useLocale';
import { entriesOf, type EntrySource } from './entries';
import classes from './mapper.module.css';
import { MapperBar, type MapperView } from './MapperBar';
import { Picture } from './Picture';
import { ResultTable } from './ResultTable';

export interface MapperProps extends EntrySource {
  id: string;
  /** The field's name. */
  name: string;
  proposing: boolean;
  onProposing: (proposing: boolean) => void;
  onChange: (lines: readonly MappingLine[]) => void;
  onClose: () => void;
}

/** Every change is one of the field at once, so that undo knows it. */
export function Mapper(props: MapperProps) {
  const { targets, lines, proposals, proposing, onChange } = props;
  const { t } = useTranslation();
  const { say } = useLocale();
  const scope = useFieldScope();
  const [view, setView] = useState<MapperView>('fields');
  const [at, setAt] = useState(0);
  const [opened, setOpened] = useState<string | null>(null);
  const entries = useMemo(
    () => entriesOf({ targets, lines, errors: props.errors, proposals }, ({ name }) => say(name)),
    [targets, lines, props.errors, proposals, say],
  );
  const inner = useMemo(
    () => ({ ...scope, at: Math.min(at, Math.max(0, scope.rows.length - 1)) }),
    [scope, at],
  );
  const open = entries.flatMap(({ expression, proposal }) =>
    expression === '' && proposal ? [proposal] : [],
  );
  const accept = (taken: readonly Suggestion[]) =>
    onChange(
      taken.reduce((all, one) => withTarget(all, targets ?? [], one.target, one.expression), [...lines]),
    );
  // Escape closes the innermost thing only, and the drawing's own keys must not put the box away with it.
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    const inside = '.mantine-Popover-dropdown, [data-mantine-stop-propagation="true"]';
    if (!(event.target instanceof Element && event.target.closest(inside))) props.onClose();
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('mapping.title', { name: props.name })}
      size="min(1720px, 97vw)"
      padding={0}
      xOffset={14}
      yOffset={14}
      classNames={{ content: classes.modal!, header: classes.modalHead!, body: classes.modalBody! }}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      closeOnEscape={false}
      onKeyDown={escape}
    >
      <div className={classes.mapper} data-flow-form>
        <FieldScopeProvider value={inner}>
          <MapperBar
            view={view}
            onView={setView}
            at={inner.at}
            onRow={setAt}
            proposals={open}
            proposing={proposing}
            canPropose={targets !== undefined}
            onProposing={props.onProposing}
            onAccept={accept}
          />
          {view === 'fields' ? (
            <Picture {...props} entries={entries} opened={opened} onOpen={setOpened} />
          ) : (
            <ResultTable
              entries={entries}
              onGo={(key, row) => {
                setAt(row);
                setOpened(key);
                setView('fields');
              }}
            />
          )}
        </FieldScopeProvider>
      </div>
    </Modal>
  );
}

// The picture: fields left, targets right, and a line for everything that flows between them.
import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { allFields, connect, recipeExpression, type MappingLine, type SourceField } from '@eclusa/flow';
import { matches } from '../canvas/search-text';
import { useFieldScope } from '../fields/field-scope';
import { FreeName, useMissingColumns } from '../fields/FreeMapping';
import { useSourceFields } from '../fields/useFieldChoices';
import { freeName, withColumn } from '../fields/mapping-lines';
import { moved } from '../fields/moved';
import { SampleHint } from '../fields/SampleHint';
import { fieldsRead, keyOf, withEntry, type Entry, type EntrySource } from './entries';
import classes from './mapper.module.css';
import { SourceTree } from './SourceTree';
import { TargetRow } from './TargetRow';
import { holds, useConnecting, type Drop } from './useConnecting';
import { useWires, type Wire } from './useWires';
import { WireLayer } from './WireLayer';

export interface PictureProps extends EntrySource {
  id: string;
  entries: readonly Entry[];
  proposing: boolean;
  /** Key of the entry whose editor is open. */
  opened: string | null;
  onOpen: (key: string | null) => void;
  onChange: (lines: readonly MappingLine[]) => void;
}

/** Escape lets go of what is held before it closes anything. */
export function Picture(props: PictureProps) {
  const { entries, onChange } = props;
  const { t } = useTranslation();
  const { sample } = useFieldScope();
  const root = useRef<HTMLDivElement>(null);
  const fields = useSourceFields();
  const [query, setQuery] = useState('');
  const [said, say] = useState('');
  const [hover, setHover] = useState<{ source?: string | null; entry?: string | null }>({});
  const wires = useWireList(entries, fields, props.proposing);
  const drawn = useWires(root, wires);

  const join = (field: SourceField, entry: Entry) => {
    onChange(withEntry(props, entry, recipeExpression(connect(field, entry.target))));
    say(t('mapping.armed.connected', { source: field.path.join('.'), target: entry.name }));
    connecting.take(null);
  };
  const addColumn = (field: SourceField) => {
    const line = { target: freeName(props.lines, field.path), expression: recipeExpression(connect(field)) };
    onChange([...props.lines, line]);
  };
  const drop = (field: SourceField, where: Drop) => {
    if (where === 'new') return addColumn(field);
    const entry = where && entries.find(({ key }) => key === where.entry);
    if (entry) join(field, entry);
  };
  const connecting = useConnecting(drop);
  const { hand } = connecting;
  const pick = (field: SourceField, byKey: boolean) => {
    if (hand?.side === 'entry') return join(field, hand.entry);
    if (holds(hand, field)) return connecting.take(null);
    connecting.take({ side: 'source', field });
    say(t('mapping.armed.source', { name: field.path.join('.') }));
    if (byKey) focusBest(root.current, entries, field);
  };
  const end = (entry: Entry) => {
    if (hand?.side === 'source') return join(hand.field, entry);
    const same = hand?.side === 'entry' && hand.entry.key === entry.key;
    connecting.take(same ? null : { side: 'entry', entry });
    if (!same) say(t('mapping.armed.target', { name: entry.name }));
  };
  const letGo = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !hand) return;
    event.stopPropagation();
    connecting.take(null);
    say('');
  };
  const hot = hotEnds(wires, hover);
  return (
    <div ref={root} className={classes.picture} onKeyDown={letGo} data-holding={hand?.side}>
      <section className={classes.side} aria-label={t('mapping.source.title')}>
        <div className={classes.sideHead}>
          <h3>{t('mapping.source.title')}</h3>
          <Search label={t('mapping.source.search')} value={query} onChange={setQuery} />
        </div>
        <div className={classes.pane} data-pane="source" tabIndex={-1}>
          {fields.length > 0 ? (
            <SourceTree
              fields={fields}
              query={query}
              used={new Set(wires.filter(({ kind }) => kind !== 'proposal').map(({ source }) => source))}
              hot={hot}
              held={(field) => holds(hand, field)}
              onPick={pick}
              onGrab={connecting.grab}
              onHover={(source) => setHover({ source })}
            />
          ) : (
            <div className={classes.nothing}>
              <p>{t(sample ? 'mapping.source.none' : 'mapping.source.notConnected')}</p>
              <SampleHint brief />
            </div>
          )}
        </div>
      </section>
      <div aria-hidden />
      <Targets
        {...props}
        hot={hot}
        hand={hand}
        onEnd={end}
        onHover={(entry) => setHover({ entry })}
        onNew={() => {
          if (hand?.side === 'source') {
            addColumn(hand.field);
            connecting.take(null);
          } else onChange([...props.lines, { target: '', expression: '' }]);
        }}
      />
      <WireLayer
        root={root}
        wires={drawn}
        hot={hot}
        held={hand?.side === 'source' ? keyOf(hand.field.path) : null}
        pointer={connecting.pointer}
        onOpen={props.onOpen}
      />
      <div className={classes.said} aria-live="polite">
        {said}
      </div>
    </div>
  );
}

interface TargetsProps extends PictureProps {
  hot: ReadonlySet<string>;
  hand: ReturnType<typeof useConnecting>['hand'];
  onEnd: (entry: Entry) => void;
  onHover: (key: string | null) => void;
  onNew: () => void;
}

function Targets(props: TargetsProps) {
  const { entries, lines, targets, onChange } = props;
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [onlyEmpty, setOnlyEmpty] = useState(false);
  const missing = useMissingColumns(lines);
  const filled = entries.filter(({ expression }) => expression !== '').length;
  const needed = entries.filter(({ target, expression }) => target?.required && expression === '').length;
  const shown = entries.filter(
    ({ name, key, expression }) => matches(query, [name, key]) && (!onlyEmpty || expression === ''),
  );
  return (
    <section className={classes.side} aria-label={t('mapping.target.title')}>
      <div className={classes.sideHead}>
        <h3>{t('mapping.target.title')}</h3>
        <span className={classes.count}>
          {t('mapping.target.count', { filled, all: entries.length })}
          {needed > 0 && <b> · {t('mapping.target.missing', { count: needed })}</b>}
        </span>
        {targets && (
          <Checkbox
            size="xs"
            label={t('mapping.target.onlyEmpty')}
            checked={onlyEmpty}
            onChange={(event) => setOnlyEmpty(event.currentTarget.checked)}
          />
        )}
        <Search label={t('mapping.target.search')} value={query} onChange={setQuery} />
      </div>
      <div className={classes.pane} data-pane="target" tabIndex={-1}>
        <div>
          {shown.map((entry) => (
            <TargetRow
              key={entry.key}
              id={`${props.id}-wide-${entry.key}`}
              entry={entry}
              {...(entry.index !== undefined && { head: <ColumnName {...props} index={entry.index} /> })}
              opened={props.opened === entry.key}
              hand={props.hand}
              hot={props.hot.has(entry.key)}
              proposing={props.proposing}
              onToggle={() => props.onOpen(props.opened === entry.key ? null : entry.key)}
              onEnd={() => props.onEnd(entry)}
              onHover={props.onHover}
              onChange={(expression, picked) => {
                const named = picked && entry.name === '' && entry.index !== undefined;
                const next = withEntry(props, entry, expression);
                onChange(named ? withColumn(next, entry.index!, { target: picked }) : next);
              }}
            />
          ))}
          {!targets && (
            <div className={classes.newEntry} data-new-entry>
              <Button
                variant="default"
                size="xs"
                leftSection={<IconPlus size={14} aria-hidden />}
                onClick={props.onNew}
              >
                {t('fields.mapping.addTarget')}
              </Button>
              {missing.length > 0 && (
                <Button variant="subtle" size="xs" onClick={() => onChange([...lines, ...missing])}>
                  {t('fields.mapping.copyAll')}
                </Button>
              )}
              <span>{t('mapping.target.drop')}</span>
            </div>
          )}
        </div>
      </div>
    </section>
  );
}

function ColumnName({ lines, index, onChange }: TargetsProps & { index: number }) {
  return (
    <FreeName
      number={index + 1}
      line={lines[index]!}
      last={index === lines.length - 1}
      onRename={(target) => onChange(withColumn(lines, index, { target }))}
      onMove={(by) => onChange(moved(lines, index, index + by))}
      onRemove={() => onChange(lines.filter((_line, at) => at !== index))}
    />
  );
}

function Search(props: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <TextInput
      size="xs"
      className={classes.search!}
      aria-label={props.label}
      placeholder={props.label}
      leftSection={<IconSearch size={13} aria-hidden />}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

function useWireList(
  entries: readonly Entry[],
  fields: readonly SourceField[],
  proposing: boolean,
): readonly Wire[] {
  return useMemo(() => {
    const all = allFields(fields);
    return entries.flatMap((entry): Wire[] => {
      const wire = (path: readonly string[], kind: Wire['kind']): Wire => ({
        key: `${keyOf(path)} ${entry.key}`,
        source: keyOf(path),
        entry: entry.key,
        kind,
      });
      if (entry.expression !== '')
        return fieldsRead(entry.expression, all).map(({ path }) => wire(path, 'set'));
      return proposing && entry.proposal?.field ? [wire(entry.proposal.field, 'proposal')] : [];
    });
  }, [entries, fields, proposing]);
}

/** Both ends of every line at what is pointed at. */
function hotEnds(
  wires: readonly Wire[],
  { source, entry }: { source?: string | null; entry?: string | null },
): ReadonlySet<string> {
  const touched = wires.filter((wire) => wire.source === source || wire.entry === entry);
  return new Set(touched.flatMap((wire) => [wire.source, wire.entry]));
}

/** After choosing a field by key: to the target it is proposed for, else to the first empty one. */
function focusBest(root: HTMLElement | null, entries: readonly Entry[], field: SourceField): void {
  const key = keyOf(field.path);
  const open = entries.filter(({ expression }) => expression === '');
  const best = open.find(({ proposal }) => proposal?.field && keyOf(proposal.field) === key) ?? open[0];
  const row = [...(root?.querySelectorAll('[data-entry]') ?? [])].find(
    (one) => one.getAttribute('data-entry') === best?.key,
  );
  row?.querySelector<HTMLElement>('[data-entry-end]')?.focus();
}

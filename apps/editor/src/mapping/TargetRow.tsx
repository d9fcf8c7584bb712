// One target in the picture: its end, how it is filled in short, what comes of it; the full editor when opened.
import { ActionIcon, Button, Group, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconWand, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sureFrom } from '@eclusa/flow';
import { LineEditor } from '../fields/LineEditor';
import { TargetName } from '../fields/MappingLine';
import { shortText, useFaultText, useOutcome, type Outcome } from '../fields/useOutcome';
import { useLocale } from '../i18n/useLocale';
import type { Entry } from './entries';
import classes from './mapper.module.css';
import { Mend } from './Mend';
import type { Hand } from './useConnecting';
import { ValueChips } from './ValueChips';

export interface TargetRowProps {
  id: string;
  entry: Entry;
  /** Takes the place of the name: where a person names the line. */
  head?: ReactNode;
  opened: boolean;
  hand: Hand | null;
  hot: boolean;
  proposing: boolean;
  onToggle: () => void;
  onEnd: () => void;
  onHover: (key: string | null) => void;
  onChange: (expression: string, picked?: string) => void;
}

/** With a field in the hand the whole row takes it. */
export function TargetRow(props: TargetRowProps) {
  const { entry, opened, hand, onChange } = props;
  const { t } = useTranslation();
  const outcome = useOutcome(entry.expression, entry.target);
  // That a needed one is still empty, its mark and the count above say without a sentence on every line.
  const fault = useFaultText()(outcome) ?? (entry.expression === '' ? undefined : entry.error);
  const taking = hand?.side === 'source';
  const isHeld = hand?.side === 'entry' && hand.entry.key === entry.key;
  return (
    <div
      className={classes.row}
      role="group"
      aria-label={entry.name}
      data-entry={entry.key}
      data-hot={props.hot || undefined}
      data-held={isHeld || undefined}
      data-taking={taking || undefined}
      data-fault={fault !== undefined || undefined}
      onPointerEnter={() => props.onHover(entry.key)}
      onPointerLeave={() => props.onHover(null)}
    >
      <div className={classes.rowLine}>
        <UnstyledButton
          className={classes.endButton}
          data-entry-end
          aria-pressed={isHeld}
          aria-label={
            taking
              ? t('mapping.target.connect', { source: hand.field.path.join('.'), target: entry.name })
              : t('mapping.target.choose', { target: entry.name })
          }
          onClick={props.onEnd}
        >
          <span className={classes.end} data-end data-used={entry.expression !== '' || undefined} />
        </UnstyledButton>
        <div className={classes.rowName}>
          {props.head ?? <TargetName name={entry.name} target={entry.target} />}
        </div>
        <UnstyledButton
          className={classes.value}
          aria-expanded={opened}
          aria-label={t('mapping.target.edit', { target: entry.name })}
          onClick={taking ? props.onEnd : props.onToggle}
        >
          {entry.expression === '' ? (
            <span className={classes.empty}>{t('mapping.target.empty')}</span>
          ) : (
            <ValueChips expression={entry.expression} />
          )}
          <IconChevronDown
            className={classes.chevron!}
            size={14}
            style={{ rotate: opened ? '180deg' : '0deg' }}
            aria-hidden
          />
        </UnstyledButton>
        <Result outcome={outcome} name={entry.name} />
        {entry.expression !== '' && entry.index === undefined && (
          <ActionIcon
            size="sm"
            className={classes.clear!}
            aria-label={t('mapping.target.clear', { target: entry.name })}
            onClick={() => onChange('')}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {fault !== undefined && !opened && (
        <div className={classes.fault} role="status">
          {fault}
          <Mend expression={entry.expression} target={entry.target} outcome={outcome} onChange={onChange} />
        </div>
      )}
      {props.proposing && entry.expression === '' && entry.proposal && (
        <Proposal entry={entry} onTake={onChange} />
      )}
      {opened && (
        <div className={classes.editor}>
          <LineEditor
            id={props.id}
            name={entry.name}
            {...(entry.target && { target: entry.target })}
            expression={entry.expression}
            guess={props.proposing ? null : entry.proposal}
            error={entry.error}
            onChange={onChange}
          />
        </div>
      )}
    </div>
  );
}

function Result({ outcome, name }: { outcome: Outcome; name: string }) {
  const { t } = useTranslation();
  const value = outcome.kind === 'none' ? undefined : outcome.value;
  const text =
    outcome.kind === 'value' ? shortText(outcome.value) || t('mapping.results.nothing') : shortText(value);
  return (
    <output
      className={classes.result}
      aria-label={t('mapping.target.result', { target: name })}
      data-kind={outcome.kind === 'value' && outcome.value === undefined ? 'nothing' : outcome.kind}
      title={text}
    >
      {text}
    </output>
  );
}

function Proposal({ entry, onTake }: { entry: Entry; onTake: (expression: string) => void }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const { expression, confidence, reasons, field } = entry.proposal!;
  const percent = Math.round(confidence * 100);
  const source = field?.join('.') ?? expression;
  return (
    <Group
      className={classes.proposal}
      gap="xs"
      wrap="nowrap"
      data-sure={confidence >= sureFrom || undefined}
    >
      <Button
        size="compact-xs"
        variant="light"
        leftSection={<IconWand size={12} aria-hidden />}
        aria-label={t('mapping.suggest.takeFor', { field: source, target: entry.name, percent })}
        onClick={() => onTake(expression)}
        style={{ flex: 'none', maxWidth: 240 }}
      >
        {t('mapping.suggest.take', { field: source })}
      </Button>
      <b>{t('mapping.suggest.sure', { percent })}</b>
      <span>{reasons.map(say).join(' ')}</span>
    </Group>
  );
}

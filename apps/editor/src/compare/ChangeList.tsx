// The differences in words: what it is, what became of it, and which values changed from what to what.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './compare.module.css';
import type { ChangedValue, ChangeLine } from './change-words';
import { MarkBadge } from './MarkBadge';

export interface ChangeListProps {
  label: string;
  lines: readonly ChangeLine[];
  /** Without it the list is only read. */
  onJump?: (line: ChangeLine) => void;
  chosen?: string | undefined;
}

export function ChangeList({ label, lines, onJump, chosen }: ChangeListProps) {
  const { t } = useTranslation();
  if (lines.length === 0) {
    return (
      <Text size="sm" c="dimmed" py="xs" px={16}>
        {t('versions.changes.none')}
      </Text>
    );
  }
  return (
    <ul className={classes.list} aria-label={label}>
      {lines.map((line) => (
        <li key={line.key}>
          {onJump && (line.node || line.edge) ? (
            <button
              type="button"
              className={classes.item}
              data-chosen={chosen === line.key || undefined}
              onClick={() => onJump(line)}
            >
              <Line line={line} />
            </button>
          ) : (
            <div className={classes.item}>
              <Line line={line} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Line({ line }: { line: ChangeLine }) {
  const { t } = useTranslation();
  const what = t(`versions.change.${line.part}.${line.kind}` as 'versions.change.node.added');
  return (
    <>
      <MarkBadge kind={line.kind} silent />
      <span className={classes.itemText}>
        <span>
          {line.title !== '' && <strong className={classes.itemTitle}>{line.title}</strong>}{' '}
          <span className={classes.itemKind}>{what}</span>
        </span>
        {line.values.map((value, at) => (
          <Value key={`${value.name} ${at}`} value={value} />
        ))}
      </span>
    </>
  );
}

function Value({ value }: { value: ChangedValue }) {
  const { t } = useTranslation();
  const spoken = (text: string | undefined) => {
    if (text === undefined || text === '')
      return <em className={classes.empty}>{t('versions.changes.empty')}</em>;
    const known =
      value.word === 'disabled' ? t(text === 'true' ? 'versions.changes.off' : 'versions.changes.on') : text;
    return (
      <code className={classes.value} title={known}>
        {known}
      </code>
    );
  };
  return (
    <span className={classes.change}>
      <span>{value.word ? t(`versions.word.${value.word}`) : value.name}:</span> {spoken(value.before)}{' '}
      <span aria-label={t('versions.changes.to')} role="img">
        →
      </span>{' '}
      {spoken(value.after)}
    </span>
  );
}

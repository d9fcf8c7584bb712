// One line under a column's name: type, longest text, rows without a value, and what it is likely about.
import { useTranslation } from 'react-i18next';
import type { Column } from '@eclusa/flow';
import classes from './rows.module.css';
import { useColumnWords } from './useColumnWords';

/** Nothing for a column nothing is known of. */
export function ColumnHint({ column }: { column: Column | undefined }) {
  const { t } = useTranslation();
  const words = useColumnWords();
  if (!column) return null;
  const empty = column.nulls + column.missing + column.blanks;
  const mixed = column.type === 'mixed';
  return (
    <span className={classes.hint}>
      <span className={mixed ? classes.mixed : undefined} title={mixed ? words.mixed(column) : undefined}>
        {words.kind(column)}
      </span>
      {column.odd && (
        <span className={classes.mixed} title={words.odd(column) ?? undefined}>
          {t('rows.oddShort', { count: column.odd.count })}
        </span>
      )}
      {column.longest > 0 && (
        <span title={t('rows.longestHelp')}>{t('rows.longest', { n: column.longest })}</span>
      )}
      {empty > 0 && column.type !== 'empty' && (
        <span className={classes.empty} title={words.empties(column) ?? undefined}>
          {t('rows.empties', { count: empty })}
        </span>
      )}
      {column.meaning && (
        <span className={classes.meaning} title={t('rows.meaningHelp')}>
          {words.meaning(column.meaning)}
        </span>
      )}
    </span>
  );
}

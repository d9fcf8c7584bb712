// The result of an expression for the shown sample row, in one line below it.
import { useTranslation } from 'react-i18next';
import classes from './fields.module.css';
import { shortText, type Outcome } from './useOutcome';

/** Nothing until there is a result. Faults are shown by the field itself. */
export function OutcomeLine({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation();
  if (outcome.kind !== 'value') return null;
  const { value } = outcome;
  return (
    <div className={classes.outcome} title={t('fields.expression.result')}>
      <span aria-hidden>→</span>
      <output aria-label={t('fields.expression.result')}>
        {value === undefined ? <em>{t('fields.expression.nothing')}</em> : shortText(value)}
      </output>
    </div>
  );
}

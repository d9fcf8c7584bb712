// The symbol of a change, in its colour.
import type { ChangeKind } from '@eclusa/flow';
import { useTranslation } from 'react-i18next';
import classes from './compare.module.css';
import { markIcons } from './marks';

/** Said aloud unless the words stand beside it. */
export function MarkBadge({ kind, silent = false }: { kind: ChangeKind; silent?: boolean }) {
  const { t } = useTranslation();
  const Picture = markIcons[kind];
  const label = t(`versions.mark.${kind}`);
  return (
    <span
      className={`${classes.mark} ${classes[kind]}`}
      {...(silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label, title: label })}
    >
      <Picture size={14} stroke={2.4} aria-hidden />
    </span>
  );
}

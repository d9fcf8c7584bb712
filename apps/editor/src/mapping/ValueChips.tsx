// How a target is filled, in one line of chips: the field, then each step.
import { useTranslation } from 'react-i18next';
import { readRecipe, type Origin } from '@eclusa/flow';
import classes from './mapper.module.css';
import { stepText } from './step-text';

/** A formula that is no recipe stands as it is. */
export function ValueChips({ expression }: { expression: string }) {
  const { t } = useTranslation();
  const recipe = readRecipe(expression);
  if (!recipe) return <code className={classes.formulaText}>{expression}</code>;
  return (
    <span className={classes.chips}>
      <span className={classes.chip} data-kind={recipe.origin.kind}>
        {originText(recipe.origin)}
      </span>
      {recipe.steps.map((step, at) => (
        <span key={at} className={classes.chip} data-kind="step">
          {stepText(step, t)}
        </span>
      ))}
    </span>
  );
}

function originText(origin: Origin): string {
  switch (origin.kind) {
    case 'field': {
      const mark = { first: '[1]', last: '[…]', each: '[*]' };
      return origin.names.join('.') + (origin.take ? ` ${mark[origin.take]}` : '');
    }
    case 'fixed':
      return typeof origin.value === 'string' ? `“${origin.value}”` : String(origin.value);
    case 'list':
      return `${origin.names.join('.')} → {${origin.lines.map(({ target }) => target).join(', ')}}`;
    case 'object':
      return `{${origin.lines.map(({ target }) => target).join(', ')}}`;
  }
}

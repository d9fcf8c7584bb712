// A formula over the row, with its steps as chips where it can be read as such, and its result below.
import { useTranslation } from 'react-i18next';
import { readRecipe, recipeExpression } from '@eclusa/flow';
import { ListChoice } from '../mapping/ListChoice';
import { StepChips } from '../mapping/StepChips';
import type { FieldProps } from './field-types';
import { FormulaInput } from './FormulaInput';
import { OutcomeLine } from './OutcomeLine';
import { SampleHint } from './SampleHint';
import { useFrame } from './useFrame';
import { useFaultText, useOutcome } from './useOutcome';

/** Keeps JSONata source; an emptied field takes the setting out. */
export function ExpressionField(props: FieldProps<'expression'>) {
  const { t } = useTranslation();
  const { error, ...frame } = useFrame(props);
  const value = typeof props.value === 'string' ? props.value : '';
  const outcome = useOutcome(value);
  const faultText = useFaultText();
  const recipe = readRecipe(value);
  const write = (next: string) => props.onChange(next === '' ? undefined : next);
  return (
    <div>
      <FormulaInput
        {...frame}
        value={value}
        placeholder={props.field.placeholder ?? props.field.default ?? t('fields.expression.placeholder')}
        error={faultText(outcome) ?? error}
        onChange={write}
      />
      {recipe?.origin.kind === 'field' && (
        <>
          <ListChoice recipe={recipe} onChange={(next) => write(recipeExpression(next))} />
          <StepChips name={frame.label} recipe={recipe} onChange={(next) => write(recipeExpression(next))} />
        </>
      )}
      <OutcomeLine outcome={outcome} />
      <SampleHint />
    </div>
  );
}
